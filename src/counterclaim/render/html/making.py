"""How the page was made and what was left out: rejections, lineage, models, settings, how to check."""

from markupsafe import Markup

from counterclaim.records import Rejection, Run
from counterclaim.render.html.tags import Child, bdi, el, folded, joined, table
from counterclaim.render.html.view import View
from counterclaim.render.html.wording import count

PROSE = (
    "Counterclaim reads rival accounts of one event and keeps the record of who claims what, in whose words "
    "and where. Its standings speak of the accounts: how many independent roots give an answer, and whether "
    "answers can both hold. They are no judgement on what is true, nor on any outlet.",
    "A program made this page, and it errs: it misses statements, takes a pronoun for the wrong person, "
    "joins questions that are not one, or reads a number for what it does not count. Before you rely on a "
    "line, follow its link to the words in the article and read them there.",
    "Everything shown comes from the articles in this page. Nothing was fetched, and the page asks nothing "
    "of any network. The same files give the same page.",
)

LINEAGE = {"copy": "copy", "passage": "shared passage", "wire": "agency credit", "citation": "citation"}


def lineage(view: View) -> Child:
    """How the accounts hang together."""
    if not view.dossier.lineage:
        return el("p", "No copies, shared passages or agency credits were found.")
    rows = []
    for tie in view.dossier.lineage:
        root = view.roots.get(tie.root or "")
        accounts = joined(
            [el("a", bdi(view.account(a)), href=f"#{a}") for a in tie.articles if a in view.articles], ", "
        )
        rows.append(
            [
                LINEAGE[tie.kind],
                accounts,
                bdi(view.root_name(root) if root else tie.root or "—"),
                bdi(tie.why),
            ]
        )
    return table("How the accounts hang together", ["Tie", "Accounts", "Comes from", "Why"], rows)


def rejected(rejections: tuple[Rejection, ...]) -> Child:
    """What could not be read, with the reason."""
    if not rejections:
        return el("p", "Nothing was left out: every input could be read.")
    rows = [[bdi(r.file), r.stage, bdi(r.reason)] for r in rejections]
    return table(f"Left out: {count(len(rejections), 'input')}", ["File", "Step", "Reason"], rows)


def method(run: Run) -> list[Child]:
    """What made this, that it can err, and how to check it."""
    models = [[bdi(m.name), m.revision, m.licence, el("code", m.sha256[:16])] for m in run.models]
    settings = [[name.replace("_", " "), bdi(value) if value else "—"] for name, value in run.settings]
    return [
        [el("p", words) for words in PROSE],
        folded(
            "Version, models and settings",
            [
                el("p", f"Counterclaim {run.version}"),
                table("Models and word lists", ["Name", "Revision", "Licence", "SHA-256"], models)
                if models
                else None,
                table("Settings", ["Setting", "Value"], settings) if settings else None,
            ],
            open_=True,
        ),
    ]


def leftover(view: View) -> Markup | None:
    """Claims that no question takes up: nothing that was found is lost."""
    rows = []
    for claim in view.dossier.claims:
        if claim.id not in view.asked_of:
            words = " … ".join(view.words(claim.article, span) for span in claim.spans)
            rows.append(
                [
                    el("a", bdi(words), href=f"#{claim.id}"),
                    bdi(view.maker(claim)),
                    bdi(view.outlet(claim.article)),
                ]
            )
    if not rows:
        return None
    found = table("Claims that answer no question above", ["Words", "Whose", "Account"], rows)
    return folded(
        f"{count(len(rows), 'claim')} to which no other claim was matched", found, class_="leftover"
    )
