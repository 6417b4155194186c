"""Sentences and what is said in them: every one invented here.

A row is source, cue, content (pieces parted by " … "), speaker, act, hedged.
"""

Row = tuple[str, str, str, str | None, str, bool]

SAID: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "The mayor of Korvan said the bridge had collapsed.",
        (("The mayor of Korvan", "said", "the bridge had collapsed", "The mayor of Korvan", "say", False),),
    ),
    (
        "The bridge had collapsed, the mayor of Korvan said.",
        (("the mayor of Korvan", "said", "The bridge had collapsed", "the mayor of Korvan", "say", False),),
    ),
    (
        "“The bridge is gone,” said Ilya Marn, a baker.",
        (("Ilya Marn, a baker", "said", "“The bridge is gone,”", "Ilya Marn", "say", False),),
    ),
    (
        "Ilya Marn told reporters that the bridge was gone.",
        (("Ilya Marn", "told", "that the bridge was gone", "Ilya Marn", "say", False),),
    ),
    (
        "According to the hospital, nine people were injured.",
        (("the hospital", "According to", "nine people were injured", "the hospital", "say", False),),
    ),
    (
        "Nine people were injured, according to the hospital.",
        (("the hospital", "according to", "Nine people were injured", "the hospital", "say", False),),
    ),
    (
        "From the perspective of the villagers, the soldiers were liberators.",
        (
            (
                "the villagers",
                "From the perspective of",
                "the soldiers were liberators",
                "the villagers",
                "believe",
                False,
            ),
        ),
    ),
    (
        "In the eyes of the miners, the owners broke their word.",
        (("the miners", "In the eyes of", "the owners broke their word", "the miners", "believe", False),),
    ),
    (
        "From the point of view of the garrison, the truce was over.",
        (
            (
                "the garrison",
                "From the point of view of",
                "the truce was over",
                "the garrison",
                "believe",
                False,
            ),
        ),
    ),
    (
        "For Teodor Vass, a teacher, the war was lost long ago.",
        (("Teodor Vass, a teacher", "For", "the war was lost long ago", "Teodor Vass", "believe", False),),
    ),
    (
        "Rebels accused the army of burning the mill.",
        (("Rebels", "accused", "the army of burning the mill", "Rebels", "accuse", False),),
    ),
    (
        "The army denied that it had burned the mill.",
        (("The army", "denied", "that it had burned the mill", "The army", "deny", False),),
    ),
    (
        "The ministry denied burning the mill.",
        (("The ministry", "denied", "burning the mill", "The ministry", "deny", False),),
    ),
    (
        "The governor rejected the allegations.",
        (("The governor", "rejected", "the allegations", "The governor", "deny", False),),
    ),
    (
        "The general admitted that his men had fired first.",
        (("The general", "admitted", "that his men had fired first", "The general", "admit", False),),
    ),
    (
        "The colonel acknowledged mistakes in the raid.",
        (("The colonel", "acknowledged", "mistakes in the raid", "The colonel", "admit", False),),
    ),
    (
        "Officials blamed smugglers for the fire.",
        (("Officials", "blamed", "smugglers for the fire", "Officials", "accuse", False),),
    ),
    (
        "The union blamed the fire on the owners.",
        (("The union", "blamed", "the fire on the owners", "The union", "accuse", False),),
    ),
    (
        "The council condemned the shelling of Korvan.",
        (("The council", "condemned", "the shelling of Korvan", "The council", "condemn", False),),
    ),
    (
        "The envoy called for an immediate truce.",
        (("The envoy", "called for", "an immediate truce", "The envoy", "demand", False),),
    ),
    (
        "The envoy urged both sides to stop the fighting.",
        (("The envoy", "urged", "both sides to stop the fighting", "The envoy", "demand", False),),
    ),
    (
        "The minister demanded an apology from Norland.",
        (("The minister", "demanded", "an apology from Norland", "The minister", "demand", False),),
    ),
    (
        "The doctor warned that the medicine would run out.",
        (("The doctor", "warned", "that the medicine would run out", "The doctor", "warn", False),),
    ),
    (
        "The president vowed to retake the city.",
        (("The president", "vowed", "to retake the city", "The president", "promise", False),),
    ),
    (
        "The president promised that the road would be reopened.",
        (
            (
                "The president",
                "promised",
                "that the road would be reopened",
                "The president",
                "promise",
                False,
            ),
        ),
    ),
    (
        "The group claimed responsibility for the bombing.",
        (
            (
                "The group",
                "claimed",
                "responsibility for the bombing",
                "The group",
                "claim_responsibility",
                False,
            ),
        ),
    ),
    (
        "The group claimed that it had shot down a drone.",
        (("The group", "claimed", "that it had shot down a drone", "The group", "say", True),),
    ),
    (
        "Residents alleged that the police had beaten them.",
        (("Residents", "alleged", "that the police had beaten them", "Residents", "say", True),),
    ),
    (
        "Some argue that the siege was a mistake.",
        (("Some", "argue", "that the siege was a mistake", "Some", "say", False),),
    ),
    (
        "Activists say the well was poisoned.",
        (("Activists", "say", "the well was poisoned", "Activists", "say", False),),
    ),
    (
        "The report found that the dam had been neglected.",
        (("The report", "found", "that the dam had been neglected", "The report", "report", False),),
    ),
    (
        "The letter said the prisoners would be released.",
        (("The letter", "said", "the prisoners would be released", "The letter", "say", False),),
    ),
    (
        "The sign on the gate reads: “No entry.”",
        (("The sign on the gate", "reads", "“No entry.”", "The sign on the gate", "say", False),),
    ),
    (
        "Reports of a second blast spread through Korvan.",
        (("", "Reports", "a second blast", None, "report", False),),
    ),
    (
        "Reuters reported that residents said the market was empty.",
        (
            ("Reuters", "reported", "that residents said the market was empty", "Reuters", "report", False),
            ("residents", "said", "the market was empty", "residents", "say", False),
        ),
    ),
    (
        "The market was empty, residents said, Reuters reported.",
        (
            ("Reuters", "reported", "The market was empty, residents said", "Reuters", "report", False),
            ("residents", "said", "The market was empty", "residents", "say", False),
        ),
    ),
    (
        "State TV, quoting an officer, said the village had fallen.",
        (
            ("an officer", "quoting", "the village had fallen", "an officer", "report", False),
            ("State TV", "said", "the village had fallen", "State TV", "say", False),
        ),
    ),
    (
        "According to the state agency, citing a military source, the village had fallen.",
        (
            ("the state agency", "According to", "the village had fallen", "the state agency", "say", False),
            ("a military source", "citing", "the village had fallen", "a military source", "report", False),
        ),
    ),
    (
        "A resident told Reuters that the market was empty.",
        (("A resident", "told", "that the market was empty", "A resident", "say", False),),
    ),
    (
        "A resident told reporters that the market was empty.",
        (("A resident", "told", "that the market was empty", "A resident", "say", False),),
    ),
    (
        "The Observatory said 12 fighters had been killed, citing local activists.",
        (
            ("The Observatory", "said", "12 fighters had been killed", "The Observatory", "say", False),
            ("local activists", "citing", "12 fighters had been killed", "local activists", "report", False),
        ),
    ),
    (
        "Rebels reported the alleged killing of six farmers and blamed the army for the raid.",
        (
            ("Rebels", "reported", "the alleged killing of six farmers", "Rebels", "report", True),
            ("Rebels", "blamed", "the army for the raid", "Rebels", "accuse", False),
        ),
    ),
    (
        "The mayor said the bridge had collapsed, adding that two trucks fell into the river.",
        (
            ("The mayor", "said", "the bridge had collapsed", "The mayor", "say", False),
            ("The mayor", "adding", "that two trucks fell into the river", "The mayor", "say", False),
        ),
    ),
    (
        "It was reported that the bridge had collapsed.",
        (("", "was reported", "that the bridge had collapsed", None, "report", False),),
    ),
    (
        "The army was accused of burning the mill.",
        (("", "was accused", "The army … of burning the mill", None, "accuse", False),),
    ),
    (
        "The army was accused by villagers of burning the mill.",
        (("villagers", "was accused", "The army … of burning the mill", "villagers", "accuse", False),),
    ),
    (
        "The general was quoted as saying the road was open.",
        (("The general", "saying", "the road was open", "The general", "say", False),),
    ),
    (
        "Anna Keller called the raid a disgrace.",
        (("Anna Keller", "called", "the raid a disgrace", "Anna Keller", "say", False),),
    ),
    (
        "Anna Keller described the raid as a disgrace.",
        (("Anna Keller", "described", "the raid as a disgrace", "Anna Keller", "report", False),),
    ),
    (
        "Anna Keller criticised the raid.",
        (("Anna Keller", "criticised", "the raid", "Anna Keller", "condemn", False),),
    ),
    (
        "The bishop praised the rescuers.",
        (("The bishop", "praised", "the rescuers", "The bishop", "praise", False),),
    ),
    (
        "The bishop expressed concern that the truce would fail.",
        (("The bishop", "expressed concern", "that the truce would fail", "The bishop", "believe", False),),
    ),
    (
        "The minister announced a new curfew.",
        (("The minister", "announced", "a new curfew", "The minister", "announce", False),),
    ),
    (
        "The commander ordered his men to withdraw.",
        (("The commander", "ordered", "his men to withdraw", "The commander", "order", False),),
    ),
    (
        "The judge asked whether the prisoner was alive.",
        (("The judge", "asked", "whether the prisoner was alive", "The judge", "ask", False),),
    ),
    (
        "The farmers believe the river was diverted.",
        (("The farmers", "believe", "the river was diverted", "The farmers", "believe", False),),
    ),
    (
        "The farmers want the dam removed.",
        (("The farmers", "want", "the dam removed", "The farmers", "believe", False),),
    ),
    (
        "Norland said on Monday that its planes had not struck Korvan.",
        (("Norland", "said", "that its planes had not struck Korvan", "Norland", "say", False),),
    ),
    (
        "“We have nothing left,” she said. “They took the cattle.”",
        (("she", "said", "“We have nothing left,” … “They took the cattle.”", None, "say", False),),
    ),
    (
        "“We have nothing left,” Mira Osten said. “They took the cattle.”",
        (
            (
                "Mira Osten",
                "said",
                "“We have nothing left,” … “They took the cattle.”",
                "Mira Osten",
                "say",
                False,
            ),
        ),
    ),
    (
        "The mayor said: “The bridge is gone.”",
        (("The mayor", "said", "“The bridge is gone.”", "The mayor", "say", False),),
    ),
    (
        "The mayor said the bridge was “beyond repair”.",
        (("The mayor", "said", "the bridge was “beyond repair”", "The mayor", "say", False),),
    ),
    (
        "One resident: “They took everything we had left.”",
        (("One resident", ":", "“They took everything we had left.”", "One resident", "say", False),),
    ),
    (
        "The convoy never reached the town a witness said.",
        (("a witness", "said", "The convoy never reached the town", "a witness", "say", False),),
    ),
    (
        "The army has not used such shells the ministry said in a statement.",
        (("the ministry", "said", "The army has not used such shells", "the ministry", "say", False),),
    ),
    (
        "A statement by the defence ministry said the planes had left.",
        (
            (
                "A statement by the defence ministry",
                "said",
                "the planes had left",
                "defence ministry",
                "say",
                False,
            ),
        ),
    ),
    (
        "Norland's foreign minister Ivo Tarn said the talks had failed.",
        (("Norland's foreign minister Ivo Tarn", "said", "the talks had failed", "Ivo Tarn", "say", False),),
    ),
    (
        "The militia, which controls the port, said the port was closed.",
        (
            (
                "The militia, which controls the port",
                "said",
                "the port was closed",
                "The militia",
                "say",
                False,
            ),
        ),
    ),
    (
        "Witnesses, speaking on condition of anonymity, said the guards fled.",
        (("Witnesses", "said", "the guards fled", "Witnesses", "say", False),),
    ),
    (
        "The mayor tweeted that the bridge had collapsed.",
        (("The mayor", "tweeted", "that the bridge had collapsed", "The mayor", "say", False),),
    ),
    (
        "The monitor put the toll at 58, saying eleven children were among the dead.",
        (
            ("The monitor", "put", "the toll at 58", "The monitor", "report", False),
            ("The monitor", "saying", "eleven children were among the dead", "The monitor", "say", False),
        ),
    ),
    (
        "The opposition demanded an inquiry and said the army had lied.",
        (
            ("The opposition", "demanded", "an inquiry", "The opposition", "demand", False),
            ("The opposition", "said", "the army had lied", "The opposition", "say", False),
        ),
    ),
    (
        "The governor insisted that the water was clean.",
        (("The governor", "insisted", "that the water was clean", "The governor", "say", False),),
    ),
    (
        "The ministry confirmed the deaths of four soldiers.",
        (("The ministry", "confirmed", "the deaths of four soldiers", "The ministry", "report", False),),
    ),
    (
        "The survey showed that most families had left.",
        (("The survey", "showed", "that most families had left", "The survey", "report", False),),
    ),
    (
        "Villagers feared that the soldiers would return.",
        (("Villagers", "feared", "that the soldiers would return", "Villagers", "believe", False),),
    ),
    (
        "Reuters, quoting a diplomat, reported that the talks had failed.",
        (
            ("a diplomat", "quoting", "that the talks had failed", "a diplomat", "report", False),
            ("Reuters", "reported", "that the talks had failed", "Reuters", "report", False),
        ),
    ),
    (
        "The mayor, Ilan Dor, admitted to reporters that the wells were dry.",
        (("The mayor, Ilan Dor", "admitted", "that the wells were dry", "Ilan Dor", "admit", False),),
    ),
    (
        "Fighters vowed revenge.",
        (("Fighters", "vowed", "revenge", "Fighters", "promise", False),),
    ),
    (
        "The Norland Red Cross estimates that 300 families have fled.",
        (
            (
                "The Norland Red Cross",
                "estimates",
                "that 300 families have fled",
                "Norland Red Cross",
                "report",
                False,
            ),
        ),
    ),
    (
        "A spokesman for the militia said its men had left the port.",
        (
            (
                "A spokesman for the militia",
                "said",
                "its men had left the port",
                "A spokesman for the militia",
                "say",
                False,
            ),
        ),
    ),
    (
        "He said he saw two bodies in the street.",
        (("He", "said", "he saw two bodies in the street", None, "say", False),),
    ),
    (
        "The rebels said they shot down the plane while the army denied losing any aircraft.",
        (
            ("The rebels", "said", "they shot down the plane", "The rebels", "say", False),
            ("the army", "denied", "losing any aircraft", "the army", "deny", False),
        ),
    ),
    (
        "The ministry said the strike hit a depot, dismissing reports of dead civilians.",
        (
            ("The ministry", "said", "the strike hit a depot", "The ministry", "say", False),
            ("", "reports", "dead civilians", None, "report", False),
        ),
    ),
    (
        "The army has denied any involvement in the raid.",
        (("The army", "has denied", "any involvement in the raid", "The army", "deny", False),),
    ),
    (
        "The army never denied the raid.",
        (("The army", "never denied", "the raid", "The army", "other", False),),
    ),
    (
        "The exiled party called the vote a farce and urged its supporters to stay home.",
        (
            ("The exiled party", "called", "the vote a farce", "The exiled party", "say", False),
            ("The exiled party", "urged", "its supporters to stay home", "The exiled party", "demand", False),
        ),
    ),
    (
        "Eleven people died when the ferry sank, the coastguard said on Tuesday.",
        (
            (
                "the coastguard",
                "said",
                "Eleven people died when the ferry sank",
                "the coastguard",
                "say",
                False,
            ),
        ),
    ),
    (
        "The ferry sank in calm weather, survivors said, contradicting the owner.",
        (
            ("survivors", "said", "The ferry sank in calm weather", "survivors", "say", False),
            ("survivors", "contradicting", "the owner", "survivors", "deny", False),
        ),
    ),
    (
        "The owner has been accused of neglect.",
        (("", "has been accused", "The owner … of neglect", None, "accuse", False),),
    ),
    (
        "Villagers spoke of bodies in the fields.",
        (("Villagers", "spoke of", "bodies", "Villagers", "say", False),),
    ),
    (
        "The prime minister thanked the volunteers.",
        (("The prime minister", "thanked", "the volunteers", "The prime minister", "praise", False),),
    ),
    (
        "Police suspect that the fire was set on purpose.",
        (("Police", "suspect", "that the fire was set on purpose", "Police", "believe", False),),
    ),
    (
        "Many villagers feel that the dam was forced upon them – even though the plan was theirs.",
        (
            (
                "Many villagers",
                "feel",
                "that the dam was forced upon them",
                "Many villagers",
                "believe",
                False,
            ),
        ),
    ),
    (
        "One man living near the port said the guards had fled.",
        (
            (
                "One man living near the port",
                "said",
                "the guards had fled",
                "One man living near the port",
                "say",
                False,
            ),
        ),
    ),
    (
        "The regime, which denied the raid, closed the road.",
        (("which", "denied", "the raid", "The regime", "deny", False),),
    ),
)
"""Sentences with statements."""

UNSAID: tuple[str, ...] = (
    "The mayor did not say who had ordered the raid.",
    "The ministry declined to comment.",
    "Nobody claimed responsibility for the blast.",
    "The spokesman refused to answer questions.",
    "The army allegedly burned the mill.",
    "The river flows through Korvan.",
    "The planes are sorted according to type and marking.",
    "The army burned the mill and the villagers fled.",
    "A shadow lurks behind every promise of peace.",
    "The truce collapsed because of the shelling.",
    "The city is seen as the gate to the north.",
    "The chief of police suspected of the theft was arrested.",
    "The road, known as the Salt Way, was closed.",
    "He showed courage and kept his word.",
    "The bomb claimed many lives.",
    "The war has shaped the region for years.",
    "The two leaders spoke by phone.",
    "The plan aims to rebuild the port.",
)
"""Sentences in which nobody is said to say anything, or in which it is said that nobody did."""
