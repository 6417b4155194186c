# ruff: noqa: E501  (a shape is read across, on one line)
"""The shapes of dates, most specific first: the first that fits at a place is taken.

Names in capitals stand for alternations of the lexicon's words; a blank is white space with at most one
line end, `~` the same or nothing. Group names are read by `resolve`.
"""

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
PART = r"(?:before dawn|at dawn|morning|afternoon|evening|night|midday|noon)"
MODIFIER = r"(?:early|late|mid|the beginning of|the end of|the middle of|beginning of|end of|middle of)"
UNIT = r"(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?)"
NOT_NUMBER = r"(?![\d]|[.,:]\d)"
ZONE = r"(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|local time|Eastern time|Zulu)"
DURATION = r"(?:minutes?|hours?|days?|nights|weeks?|weekends|fortnights?|months?|quarters(?! of)|years?|decades?|centur(?:y|ies))"
""" "A second" is seldom a length of time, "a quarter" and "a night" are seldom one."""

RULES: tuple[tuple[str, str], ...] = (
    (
        "iso",
        rf"(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>3[01]|[12]\d|0[1-9])(?:T\d\d:\d\d(?::\d\d)?\S{{0,6}})?",
    ),
    ("ymd", rf"(?P<y>{YEAR})(?P<sep>[/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>{DAY})"),
    ("slashes", rf"(?P<a>{DAY})(?P<sep>[/.])(?P<b>{DAY})(?P=sep)(?P<y>{YEAR}|\d\d)(?![/.]?\d)"),
    (
        "clock",
        rf"(?P<h>2[0-4]|[01]?\d)(?:(?:[:.](?P<mi>[0-5]\d))?~(?:(?P<ap>[ap]\.?m\b\.?)(?: {ZONE})?|(?:o[’']clock )?(?P<po>in the (?:early )?(?:morning|afternoon|evening)|at night))"
        rf"|:(?P<mi2>[0-5]\d)(?:~(?P<z>{ZONE}))?(?![:\d])|(?P<mi3>[0-5]\d)~(?:{ZONE}|hours|hrs)|~o[’']clock)|(?P<named>noon|midnight|midday)",
    ),
    # "Aug 142016": a date in text that lost its commas
    ("fused", r"(?P<m>MONTH)~(?P<d>3[01]|[12]\d|0?[1-9])(?P<y>20[0-4]\d)(?!\d)"),
    (
        "mdrange",
        rf"(?P<m>MONTH)~(?P<d>{DAY})(?:st|nd|rd|th)?(?:~[-–—]~| to | through )(?P<d2>{DAY})(?:st|nd|rd|th)?{NOT_NUMBER}"
        rf"(?:~,~(?P<y>{YEAR})| (?P<y2>{YEAR}))?",
    ),
    (
        "dmrange",
        rf"(?P<d>{DAY})(?:st|nd|rd|th)?(?:~[-–—]~| to | and )(?P<d2>{DAY})(?:st|nd|rd|th)? (?:of )?(?P<m>MONTH)"
        rf"(?:~,?~(?P<y>{YEAR}))?",
    ),
    (
        "mdy",
        rf"(?:(?:early |late )?ANYWEEKDAY~,?~(?:the )?(?:{PART}~,?~)?)?(?P<m>MONTH)~(?:the )?(?P<d>{DAY})(?:st|nd|rd|th)?{NOT_NUMBER}"
        rf"(?:~,~(?P<y>{YEAR})| (?P<y2>{YEAR}))?",
    ),
    (
        "dmy",
        rf"(?:(?:early |late )?ANYWEEKDAY~,?~(?:the )?)?(?P<d>{DAY})(?:st|nd|rd|th)?(?:[- ])(?:of |day of )?(?P<m>MONTH)"
        rf"(?:~,?~(?P<y>{YEAR})(?!\d))?",
    ),
    ("holiday", rf"(?P<h>HOLIDAY)(?:~,?~(?P<y>{YEAR}))?"),
    ("nineeleven", r"9/11"),
    ("my", rf"(?:(?P<mod>{MODIFIER})(?:[- ]))?(?P<m>MONTH)~,?~(?:of )?(?P<y>{YEAR}){NOT_NUMBER}"),
    (
        "seasonyear",
        rf"(?:(?:early|late|mid)[- ])?(?:the )?(?P<s>SEASON)~,?~(?:of )?(?P<y>{YEAR}){NOT_NUMBER}",
    ),
    (
        "offset",
        r"(?:(?P<n>NUMBER) (?P<u>days?|weeks?|months?|years?) (?P<w>before|after|following)|the (?P<u2>day|night|morning|evening|week|month|year) (?P<w2>before|after|following)|(?:on )?the (?P<eve>eve) of|(?P<wk>the week) (?:of|beginning|starting))",
    ),
    (
        "thatunit",
        r"(?:(?:later|earlier) )?(?:in )?(?P<w>that same|that|the same|the following|the next|the previous|the preceding|the prior) (?P<u>week|month|year)",
    ),
    (
        "endof",
        r"(?:the )?(?:end|beginning|start|middle) of (?P<w>the|this) (?P<u>week|month|year|decade|century)",
    ),
    ("yearend", r"year[- ]end"),
    (
        "quarter",
        rf"(?:the )?(?:(?P<w>last|this|next) year[’']?s |(?P<w3>year-earlier|year-ago) )?(?:(?:fiscal )?(?P<y>{YEAR})(?:[’']s)? )?(?:fiscal )?"
        rf"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final)[- ](?:fiscal )?quarter(?:~,?~(?:of )?(?:the )?(?:fiscal )?(?P<y2>{YEAR})| (?:of )?(?P<w2>last|this|next) year)?",
    ),
    (
        "thatquarter",
        r"(?P<w>(?:(?:the|that|this|last|next|latest|current|same|comparable|previous|prior|year-earlier|year-ago) ){1,3})(?P<u>quarter|period)",
    ),
    (
        "half",
        rf"(?:the )?(?P<q>first|second)[- ]half of (?:(?:fiscal )?(?P<y>{YEAR})|(?P<w>last year|this year|next year|the year))",
    ),
    ("yearago", r"(?:a )?(?:year-earlier|year-ago)"),
    ("relseason", r"(?P<w>last|this past|this|next|the previous|the following) (?P<s>SEASON)"),
    ("monthyear_rel", r"(?:(?:early|late|mid)[- ])?(?P<m>LONGMONTH) (?:of )?(?P<w>last|this|next) year"),
    ("relmonth", r"(?P<w>last|this past|this coming|this|next) (?P<m>LONGMONTH)"),
    (
        "relweekday",
        rf"(?:(?:early|late)(?:[- ])(?:on )?)?(?P<w>last|this past|this coming|this|next|the previous|the following) (?P<wd>WEEKDAY)(?: {PART})?",
    ),
    ("weekdayrel", r"(?P<wd>WEEKDAY) (?:of )?(?P<w>last|this|next) week"),
    (
        "weekdayago",
        r"(?P<n>NUMBER) (?:weeks? ago|weeks) (?:on )?(?P<wd>WEEKDAY)|(?P<wd2>WEEKDAY) (?P<n2>NUMBER) weeks? ago",
    ),
    ("weekday", rf"(?:(?:early|late)(?:[- ])(?:on )?)?(?P<wd>WEEKDAY)(?:[ ](?:{PART}))?"),
    (
        "decade",
        r"(?:(?:early|late|mid)(?:[- ])(?:to[- ]late[- ])?)?(?:the )?(?:(?:early|late|mid)(?:[- ]))?(?P<y>1[5-9]\d0|20\d0)[’']?s",
    ),
    (
        "decade2",
        r"(?:(?:early|late|mid)(?:[- ]))?(?:the )?(?:(?:early|late|mid)(?:[- ]))?[’'‘](?P<y>[2-9]0)s",
    ),
    ("century", r"(?:the )?(?:(?:early|late|mid)[- ])?(?P<n>1\d|20|21)(?:st|th)[- ](?:century)"),
    ("yearrange", rf"(?P<y>{YEAR})~[-–—]~(?P<y2>{YEAR}|\d\d){NOT_NUMBER}(?![-–])"),
    (
        "todaypart",
        r"(?P<w>early today|late today|earlier today|later today|today|tonight|this morning|this afternoon|this evening)",
    ),
    (
        "yesterday",
        rf"(?:(?:early|late|the day before) )?(?P<w>yesterday|tomorrow)(?: {PART})?|(?P<l>last night)",
    ),
    (
        "period",
        r"(?P<e>earlier|later) (?:in )?(?:this|the) (?P<u>week|month|year|decade)",
    ),
    (
        "ago",
        rf"(?P<h>(?:more than |less than |about |nearly |almost |over |around |some |roughly |just |only |at least |well over )?)"
        rf"(?P<n>NUMBER)(?:[- ])(?P<u>{UNIT})(?: or so)? ago(?: (?P<tail>today|yesterday))?",
    ),
    ("halfago", rf"(?:a )?(?P<n>NUMBER) and a half (?P<u>{UNIT}) ago"),
    (
        "vagueago",
        r"(?:(?:several|a few|many|some|a couple of) )?(?:minutes|hours|days|weeks|months|years|decades|centuries) ago",
    ),
    (
        "span",
        r"(?:the|this|these) (?:past|last|previous) (?P<n>NUMBER)?(?:(?:[- ])?)(?P<u>days?|weeks?|months?|years?|decades?|hours?)",
    ),
    ("ahead", r"(?:in )?the (?:next|coming) (?P<n>NUMBER) (?P<u>days|weeks|months|years)"),
    (
        "relunit",
        r"(?:(?P<p>early|late|mid|the end of|the beginning of|end of)[- ]?)?(?P<w>last|this past|this coming|this|next|past|the coming|the past)(?: |-)(?P<u>week|weekend|month|year|decade|century)",
    ),
    ("weekend", r"(?:over |on |at |during )?the (?P<w>weekend)"),
    (
        "anaphor",
        r"(?:(?:earlier|later) )?(?:(?:the|that) (?P<w>same|next|following|previous) day|that (?P<w4>day))|(?P<w2>the day (?:before|after|earlier))(?= |[.,;:]|$)"
        r"|(?P<n>NUMBER) (?P<u>days?|weeks?|months?|years?) (?P<w3>earlier|later|afterwards?|before(?! (?:the|this|that|he|she|they|it|his|her|a)\b))(?! than\b)",
    ),
    (
        "daypart",
        r"(?P<w>that same|that|the same|the next|the following|the previous|the) (?P<p>morning|afternoon|evening|night)|(?P<p2>overnight|dawn|daybreak|dusk|nightfall|sunrise|sunset)",
    ),
    (
        "set",
        r"(?P<o>hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)|(?P<wd2>(?:WEEKDAY)s)"
        r"|(?:each|every)(?P<other> other)?(?: (?P<n>NUMBER))? (?:(?P<u>minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?)|(?P<wd>WEEKDAY)|(?P<m>LONGMONTH))",
    ),
    ("couple", rf"(?:(?:the|these) (?:past|last|next) )?(?:a )?couple of (?P<u>{DURATION})"),
    (
        "duration",
        r"(?:(?:more than|less than|fewer than|at least|at most|no more than|nearly|almost|about|around|over|up to|roughly|the first|the next|the last|the past|the) )?"
        rf"(?:(?P<n>NUMBER)(?P<hf> and a half)?(?: (?:more|additional|full|straight|consecutive|trading|long))?[- ](?P<u>{DURATION})|an additional (?P<u4>{DURATION}))(?![- ](?:old|of age|ago|earlier))"
        rf"|(?:(?:several|many|a few|few|(?:the |these )?(?:past|last|next) (?:few|several)|the first)[- ](?P<u2>minutes|hours|days|weeks|months|years|decades|centuries))(?![- ](?:old|of age|ago|earlier))"
        r"|(?P<n2>NUMBER)(?: to (?:NUMBER))[- ](?P<u3>days|weeks|months|years|hours|minutes)",
    ),
    (
        "reference",
        r"(?P<n>now|currently|nowadays|presently|at present|these days|at the moment|right now)|(?P<p>recently|(?:recent|past) (?:days|weeks|months|years|decades)|in the past(?=[.,;:]))"
        r"|(?P<f>the (?:near |distant |foreseeable )?future|(?:the )?coming (?:days|weeks|months|years|decades))",
    ),
    ("month", r"(?:(?P<mod>early|late|mid)(?:[- ]))?(?P<m>MONTH)"),
    (
        "spokenyear",
        r"nineteen (?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?P<one>one|two|three|four|five|six|seven|eight|nine))?(?! people)",
    ),
    ("year", rf"(?P<y>{YEAR}){NOT_NUMBER}"),
)
