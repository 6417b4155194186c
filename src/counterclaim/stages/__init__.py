"""The stages, in the order in which they run.

admit · attribute · ground (one article) — group (all articles) — identify · match · trace · weigh (one story)
"""
