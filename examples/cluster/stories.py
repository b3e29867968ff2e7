"""Stories among many articles, on Spark or Sail: the same as `retold.cluster` finds on one machine.

    python stories.py INPUT OUTPUT [--master sail] [--blocks DAYS]

`OUTPUT/stories` has a row for each article: `id`, `story` (the id of its first article, in an order by content)
and, for a copy, `copy_of`. `OUTPUT/links` has the scored pairs: `left`, `right`, `score`. Every step of the
way has a folder of its own; a job that is started again goes on where it was.
"""

import pyarrow as pa
from copies import PAIR, find
from engine import Job, arguments, parsed, run
from pyspark.sql import functions as F
from retold import steps

VECTOR = "tid long, vector binary"
SCORED = "low long, high long, score float"
ADJUSTED = "low long, high long, score float, adjusted double"
TERMS = "key int, language int, n long"
COUNTS = "key int, n long"
PASSAGES = "key long, n long"


def read(job):
    """Digests of articles, and the texts they are: those of one wording are one text.

    Texts are numbered by the first of their articles, in one order for all: it decides ties.
    """
    schema = (
        f"id {job.id_type()}, titled long, key long, known boolean, date long, words int, language int, "
        "digest binary, fault string"
    )
    digests = job.step("digests", lambda: job.map(job.input, "digest", schema))
    faults = digests.where("fault is not null")
    faulty = faults.count()
    if faulty:
        some = "; ".join(f"id {row['id']}: {row['fault']}" for row in faults.orderBy("id").limit(5).collect())
        job.say(f"{faulty} articles have a date that cannot be read, and are taken without one: {some}")
    digests = job.identified(digests)
    facts = digests.select("id", "titled", "key", "known", "date", "words", "language")
    # Wordings are hashes: their upper bits cut them into parts of one size.
    part = F.shiftright("titled", 56).cast("int")
    numbered = job.number("articles", facts, part, ["titled", "key", "id"], "aid")
    # Articles of which nothing is known are texts of their own.
    own = F.when(F.col("known"), F.lit(-1)).otherwise(F.col("aid")).alias("own")
    member = F.struct("aid", "id", "date", "words", "key", "language")
    texts = numbered.groupBy("titled", own).agg(
        F.min(member).alias("first"), F.min("date").alias("date"), F.collect_list(member).alias("members")
    )
    texts = texts.select(
        F.col("first.aid").alias("tid"), F.col("first.id").alias("id"), "date", "first.language", "members"
    )
    texts = job.step("texts", lambda: texts)
    articles = texts.select("tid", F.explode("members").alias("article")).select("tid", "article.*")
    read = texts.drop("members").join(digests.select("id", "digest"), "id").drop("id")
    return articles, job.step("text_digests", lambda: read)


def counted(rows):
    """Counts of batches, added up."""
    keys = [name for name in rows.columns if name != "n"]
    return rows.groupBy(*keys).agg(F.sum("n").alias("n"))


def census(job, texts):
    """The counts of the first pass: over texts."""
    languages = texts.groupBy("language").agg(F.count("*").alias("n")).collect()
    digests = texts.select("digest")
    job.step("terms", lambda: counted(job.map(digests, "count_terms", TERMS)))
    job.step("passages", lambda: counted(job.map(digests, "count_passages", PASSAGES)).where("n > 1"))
    known = {
        "settings": job.settings.named(),
        "languages": sorted([row["language"], row["n"]] for row in languages),
        "folders": {name: f"{job.root}/{name}" for name in ("terms", "passages")},
    }
    job.write_json("census_first/census.json", known)
    return known


def census_of_stories(job, texts, first, known):
    """The counts of the second pass: over the stories of the first."""
    told = texts.join(first.select("tid", "story"), "tid").groupBy("story")
    told = told.agg(F.collect_list("digest").alias("digests")).select("digests")
    at = f"{job.output}/census_first"
    job.step("story_terms", lambda: counted(job.map(told, "count_story_terms", COUNTS, census=at)))
    job.step(
        "story_passages",
        lambda: counted(job.map(told, "count_story_passages", PASSAGES, census=at)).where("n > 1"),
    )
    stories = first.select("story").distinct().count()
    folders = {name: f"{job.root}/{name}" for name in ("story_terms", "story_passages")}
    known = {**known, "stories": stories, "folders": {**known["folders"], **folders}}
    job.write_json("census_second/census.json", known)


class Pass:
    """One of the two passes: from counts to stories."""

    def __init__(self, job, texts, name, blocks):
        self.job, self.texts, self.name, self.blocks = job, texts, name, blocks
        self.weighed = self.step(
            "weighed",
            lambda: job.map(texts.select("tid", "digest"), "weigh", VECTOR, census=f"{job.output}/census_{name}"),
        )
        vectors = self.weighed.join(texts.select("tid", "date"), "tid")
        self.low = vectors.select(
            F.col("tid").alias("low"), F.col("vector").alias("a"), F.col("date").alias("date_a")
        )
        self.high = vectors.select(
            F.col("tid").alias("high"), F.col("vector").alias("b"), F.col("date").alias("date_b")
        )

    def step(self, name, make):
        return self.job.step(f"{self.name}_{name}", make)

    def heaviest(self):
        """The terms that find each text's candidates, with the block of its date."""
        heavy = self.job.map(
            self.weighed, "heaviest", "tid long, term int, units int", self.job.settings
        )
        if self.blocks is None:
            return heavy.withColumn("block", F.lit(0))
        # Texts without a date meet each other alone.
        block = F.floor(F.col("date") / (86_400 * self.blocks)).cast("int")
        blocks = self.texts.select("tid", F.coalesce(block, F.lit(-(2**30))).alias("block"))
        return heavy.join(blocks, "tid")

    def candidates(self):
        """Pairs that share terms in lists of bounded length."""
        heavy = self.step("heaviest", self.heaviest)
        listed = heavy
        if self.blocks is not None:
            # A text is listed in its block and the two beside it, and asks in its own.
            around = F.explode(F.array(F.lit(-1), F.lit(0), F.lit(1))).alias("beside")
            listed = heavy.select("tid", "term", "units", "block", around)
            listed = listed.select("tid", "term", "units", (F.col("block") + F.col("beside")).alias("block"))
        lists = listed.groupBy("block", "term").agg(F.collect_list(F.struct("tid", "units")).alias("texts"))
        schema = "block int, term int, list binary, left_out long"
        lists = self.step("lists", lambda: self.job.map(lists, "cap_lists", schema))
        asked = heavy.join(lists.select("block", "term", "list"), ["block", "term"]).groupBy("tid")
        asked = asked.agg(F.collect_list(F.struct("units", "list")).alias("lists"))
        return self.job.map(asked, "propose", PAIR, self.name).distinct()

    def scored(self, pairs):
        both = pairs.join(self.high, "high").join(self.low, "low")
        both = both.select("low", "high", "a", "b", "date_a", "date_b")
        return self.job.map(both, "score", SCORED, self.job.settings, self.name)

    def adjusted(self, links):
        """Links with their scores set against where both texts stand."""
        each = links.select(F.col("low").alias("tid"), "score").union(links.select(F.col("high").alias("tid"), "score"))
        each = each.groupBy("tid").agg(F.collect_list("score").alias("scores"))
        near = self.job.map(each, "standing", "tid long, closeness double")
        side = lambda end: near.select(F.col("tid").alias(end), F.col("closeness").alias(f"near_{end}"))
        both = links.join(side("low"), "low").join(side("high"), "high")
        both = both.select("low", "high", "score", "near_low", "near_high")
        return self.job.map(both, "adjust", ADJUSTED)

    def triangles(self, links):
        """Pairs that no list proposed although both are close to a third text."""
        threshold = float(self.job.settings.named()["story_threshold"])
        strong = self.adjusted(links).where(F.col("adjusted") >= threshold)
        end = lambda own, other: strong.select(F.col(own).alias("tid"), "adjusted", F.col(other).alias("other"))
        each = end("low", "high").union(end("high", "low"))
        each = each.groupBy("tid").agg(F.collect_list(F.struct("adjusted", "other")).alias("links"))
        pairs = self.job.map(each, "triangles", PAIR).distinct()
        return pairs.join(links.select("low", "high"), ["low", "high"], "left_anti")

    def links(self):
        candidates = self.step("candidates", self.candidates)
        links = self.step("links", lambda: self.scored(candidates))
        more = self.step("triangles", lambda: self.scored(self.triangles(links)))
        return self.step("adjusted", lambda: self.adjusted(links.union(more)))

    def strangers(self, links, first):
        """How close texts of other stories come, summed up by language."""
        story = lambda end: first.select(F.col("tid").alias(end), F.col("story").alias(f"story_{end}"))
        apart = links.join(story("low"), "low").join(story("high"), "high").where("story_low != story_high")
        end = lambda name: apart.select(F.col(name).alias("tid"), "adjusted")
        each = end("low").union(end("high")).groupBy("tid").agg(F.collect_list("adjusted").alias("scores"))
        each = each.join(self.texts.select("tid", "language"), "tid").select("language", "scores")
        units = self.job.map(each, "strangers", "language int, units long")
        units = units.groupBy("language").agg(F.sum("units").alias("units")).collect()
        return {row["language"]: row["units"] for row in units}

    def stories(self, first=None, together=None):
        """Average link, at the driver, over links alone: 20 bytes each."""
        links = self.links()
        job = self.job

        def join():
            texts = job.fetch("text_digests", tid="int64", language="int32")
            languages = texts["language"].value_counts().to_pylist()
            bars = {row["values"]: float(job.settings.named()["story_threshold"]) for row in languages}
            if first is not None:
                units = self.strangers(links, first)
                sums = {row["values"]: (units.get(row["values"], 0), row["counts"]) for row in languages}
                bars = steps.bars(job.settings, sums)
            scored = job.fetch(f"{self.name}_adjusted", low="int64", high="int64", adjusted="float64")
            pairs = job.fetch("together", low="int64", high="int64") if together else scored.slice(0, 0)
            job.say(f"{self.name}: {len(texts)} texts, {len(scored)} links, bars {bars}")
            return pa.table(steps.average_link(job.count, texts, scored, pairs, bars))

        return job.table(f"{self.name}_stories", join)


def together(job, articles, weighed, links, classes):
    """Pairs of texts whose articles are copies and tell one event.

    Articles with the same shingles may still differ in their titles: the first few texts of a class speak for
    it.
    """
    of = articles.select("aid", "tid")
    tids = classes.select("first", F.explode("aids").alias("aid")).join(of, "aid")
    tids = tids.groupBy("first").agg(F.sort_array(F.collect_set("tid")).alias("tids"))
    some = tids.select(F.col("first").alias("aid"), F.slice("tids", 1, steps.CLASS_LINKS).alias("some"))
    every = of.join(some, "aid", "left").select("aid", F.coalesce("some", F.array("tid")).alias("tids"))
    end = lambda name: every.select(F.col("aid").alias(name), F.col("tids").alias(f"of_{name}"))
    copied = links.select("low", "high").join(end("low"), "low").join(end("high"), "high")
    copied = copied.select(F.explode("of_low").alias("x"), "of_high").select("x", F.explode("of_high").alias("y"))
    within = tids.select(F.posexplode("tids").alias("place", "x"), "tids")
    following = F.expr(f"slice(tids, place + 2, {steps.CLASS_LINKS})")
    within = within.select("x", F.explode(following).alias("y"))
    pairs = copied.union(within).where("x != y")
    pairs = pairs.select(F.least("x", "y").alias("low"), F.greatest("x", "y").alias("high")).distinct()
    vector = lambda end, name: weighed.select(F.col("tid").alias(end), F.col("vector").alias(name))
    pairs = pairs.join(vector("low", "a"), "low").join(vector("high", "b"), "high")
    return job.map(pairs.select("low", "high", "a", "b"), "tell_one_event", PAIR)


def name(job, articles, found, links):
    """Stories and links by the ids of articles."""
    placed = articles.join(found, "tid")
    # The original is the earliest; of one moment the longest.
    rank = F.struct(F.col("date").isNull(), "date", -F.col("words"), "key", "aid", "id")
    copies = placed.groupBy("copies").agg(F.min(rank).alias("original"))
    ids = articles.where("aid = tid").select("tid", "id")
    story = ids.select(F.col("tid").alias("story"), F.col("id").alias("of"))
    named = placed.join(copies.select("copies", F.col("original.id").alias("original")), "copies").join(story, "story")
    copy_of = F.when(F.col("original") != F.col("id"), F.col("original"))
    job.step("stories", lambda: named.select("id", F.col("of").alias("story"), copy_of.alias("copy_of")))
    end = lambda number, text: ids.select(F.col("tid").alias(number), F.col("id").alias(text))
    linked = links.join(end("low", "left"), "low").join(end("high", "right"), "high")
    job.step("links", lambda: linked.select("left", "right", F.col("adjusted").alias("score")))


def main():
    parser = arguments(__doc__.split("\n")[0])
    parser.add_argument(
        "--blocks",
        type=float,
        metavar="DAYS",
        help="only texts of blocks of so many days that touch are compared (no blocks)",
    )
    options = parsed(parser)
    if options.blocks is not None and not options.blocks > 0:
        parser.error(f"--blocks is {options.blocks}, but must be above 0")
    job = Job("stories", options, blocks=options.blocks)
    articles, texts = read(job)
    known = census(job, texts)
    first = Pass(job, texts, "first", options.blocks).stories()
    census_of_stories(job, texts, first, known)
    boilerplate = job.step(
        "boilerplate",
        lambda: job.map(
            texts.select("tid", "digest"),
            "boilerplate",
            "tid long, ranges array<int>",
            census=f"{job.output}/census_second",
        ),
    )
    plain = job.input.select("id", "text").join(articles.select("id", "aid", "tid"), "id")
    none = F.array().cast("array<int>")
    plain = plain.join(boilerplate, "tid", "left").select("aid", "text", F.coalesce("ranges", none).alias("ranges"))
    copied, classes = find(job, plain)
    second = Pass(job, texts, "second", options.blocks)
    job.step("together", lambda: together(job, articles, second.weighed, copied, classes))
    found = second.stories(first, together=True)
    name(job, articles, found, second.links())
    job.say("done")


if __name__ == "__main__":
    run(main)
