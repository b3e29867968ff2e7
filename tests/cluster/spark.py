"""The job on a Spark cluster of this machine: a master and two workers on loopback, with a kill if wanted.

    python spark.py INPUT.jsonl FOLDER [none|map|shuffle]

`map` kills an executor while the first map over articles runs, `shuffle` kills a worker with its executor when
what it shuffled is wanted. The job must finish by itself with the stories of `retold.cluster`, and the log must
show that the kill hit work: for `map` a lost task of the executor that was killed, for `shuffle` a shuffle that
could not be fetched (`FetchFailed`) or a task that was done and runs again (`Resubmitted`). Needs the package
pyspark, and Java 17.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time

import pyspark

HERE = pathlib.Path(__file__).resolve().parent
HOST = "127.0.0.1"
MASTER = f"spark://{HOST}:7177"
CONF = [
    "spark.driver.host=127.0.0.1",
    "spark.driver.bindAddress=127.0.0.1",
    "spark.executor.memory=1g",
    "spark.executor.cores=1",
    "spark.ui.enabled=false",
    "spark.network.timeout=60s",
    "spark.executor.heartbeatInterval=5s",
]
# The driver's log tells when tasks start and end.
LOGGING = """
rootLogger.level = info
rootLogger.appenderRef.stderr.ref = stderr
logger.repl.name = org.apache.spark.api.python.PythonGatewayServer
logger.repl.level = info
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n
"""


def hit(kill, executor):
    """What must stand in a line of the log, so that the kill of an executor hit work."""
    if kill == "map":
        return re.compile(rf"Lost task \S+ in stage .*executor {re.escape(executor)}\b")
    return re.compile(r"FetchFailed|Resubmitted")


class Cluster:
    """A master and two workers; all that it starts ends with it."""

    def __init__(self, folder):
        self.folder = folder
        home = os.path.dirname(pyspark.__file__)
        self.command = [os.path.join(home, "bin", "spark-class")]
        self.environment = {
            **os.environ,
            "SPARK_HOME": home,
            "PYSPARK_PYTHON": sys.executable,
            "SPARK_LOCAL_IP": HOST,
            "SPARK_CONF_DIR": str(folder / "conf"),
        }
        (folder / "conf").mkdir(exist_ok=True)
        (folder / "conf" / "log4j2.properties").write_text(LOGGING)
        self.processes = []

    def __enter__(self):
        self.start("Master", "--host", HOST, "--port", "7177", "--webui-port", "7178")
        time.sleep(6)
        for number in (1, 2):
            places = ["--host", HOST, "--port", f"718{number}", "--webui-port", f"719{number}"]
            size = ["--cores", "1", "--memory", "1500m", "--work-dir", str(self.folder / f"worker{number}")]
            self.start("Worker", *places, *size, MASTER)
        time.sleep(8)
        return self

    def start(self, role, *arguments):
        log = open(self.folder / f"{role}{len(self.processes)}.log", "wb")
        command = [*self.command, f"org.apache.spark.deploy.{role.lower()}.{role}", *arguments]
        process = subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        self.processes.append(process)

    def executors(self):
        """By their numbers, the executors: the processes of Java that the workers started, each with its worker."""
        found = {}
        for worker in self.processes[1:]:
            for process in children(worker.pid):
                words = command_of(process).split(b"\0")
                if b"--executor-id" in words:
                    number = words[words.index(b"--executor-id") + 1].decode()
                    found[number] = (process, worker.pid)
        return found

    def kill(self, number, with_worker):
        executor, worker = self.executors().get(number, (None, None))
        if executor is None:
            raise SystemExit(f"there is no executor {number} to kill")
        if with_worker:
            os.kill(worker, signal.SIGKILL)
        os.kill(executor, signal.SIGKILL)
        print(f"killed executor {number}{' and its worker' if with_worker else ''}", flush=True)
        return number

    def __exit__(self, *_):
        for process in reversed(self.processes):
            for child in children(process.pid):
                try:
                    os.kill(child, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            process.kill()
            process.wait()


def children(process):
    """A process's children and theirs, by Linux's /proc."""
    found = []
    try:
        threads = os.listdir(f"/proc/{process}/task")
        for thread in threads:
            with open(f"/proc/{process}/task/{thread}/children") as file:
                for child in map(int, file.read().split()):
                    found += [child, *children(child)]
    except FileNotFoundError:
        pass
    return found


def command_of(process):
    try:
        with open(f"/proc/{process}/cmdline", "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


class Watch(threading.Thread):
    """Reads the log of the job, and kills at the right moment."""

    def __init__(self, stream, log, cluster, kill):
        super().__init__()
        self.stream, self.log, self.cluster, self.kill = stream, log, cluster, kill
        self.killed, self.lost = None, []

    def run(self):
        # The job says "digests begins" and "digests: 3.2 s".
        begins = {"none": None, "map": "digests begins", "shuffle": "first_candidates begins"}[self.kill]
        ready, fetches, started = False, False, 0
        for line in self.stream:
            self.log.write(line)
            if self.killed is not None:
                if hit(self.kill, self.killed).search(line):
                    self.lost.append(line.strip())
                continue
            ready = ready or begins is not None and begins in line
            if "Parents of final stage" in line:
                fetches = "ShuffleMapStage" in line
            task = ready and re.search(r"Starting task .*executor (\w+)", line)
            if not task:
                continue
            started += 1
            if self.kill == "map" and started >= 2:
                # Both executors read articles.
                time.sleep(0.3)
                self.killed = self.cluster.kill(task[1], with_worker=False)
            elif self.kill == "shuffle" and fetches and "NODE_LOCAL" in line:
                # A task begins where what it fetches was written: that goes with the worker.
                self.killed = self.cluster.kill(task[1], with_worker=True)


def main(path, folder, kill="none"):
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with Cluster(folder) as cluster, open(folder / "job.log", "w", buffering=1) as log:
        command = [sys.executable, HERE / "equal.py", path, folder / "out", "--master", MASTER, "--partitions", "4"]
        for setting in CONF:
            command += ["--conf", setting]
        start = time.monotonic()
        job = subprocess.Popen(command, env=cluster.environment, stderr=subprocess.PIPE, text=True)
        watch = Watch(job.stderr, log, cluster, kill)
        watch.start()
        code = job.wait()
        watch.join()
        print(f"{kill}: {time.monotonic() - start:.0f} s, in the log {len(watch.lost)} lines: {watch.lost[:1]}")
    if code:
        sys.exit(f"the job failed, see {folder / 'job.log'}")
    if kill != "none" and not watch.lost:
        sys.exit("the kill hit nothing: this does not count")


if __name__ == "__main__":
    main(*sys.argv[1:])
