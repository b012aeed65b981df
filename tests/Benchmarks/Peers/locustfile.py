"""One GET, again and again. Says what it measured, and its own CPU time while it did, as one line of JSON."""
import json
import os
import resource
import time

from locust import FastHttpUser, HttpUser, constant, constant_throughput, events, task

RATE = float(os.environ["BENCH_RATE_PER_USER"])
WAIT = constant_throughput(RATE) if RATE > 0 else constant(0)
seen = {}


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Plain(HttpUser):
    wait_time = WAIT

    @task
    def get(self):
        self.client.get(os.environ["BENCH_PATH"])


class Fast(FastHttpUser):
    wait_time = WAIT

    @task
    def get(self):
        self.client.get(os.environ["BENCH_PATH"])


@events.test_start.add_listener
def started(**_):
    seen.update(cpu=cpu(), at=time.monotonic())


@events.test_stop.add_listener
def stopped(**_):
    seen.update(cpu=cpu() - seen["cpu"], seconds=time.monotonic() - seen["at"])


@events.quitting.add_listener
def quitting(environment, **_):
    total = environment.stats.total
    share = total.get_response_time_percentile
    print("BENCH " + json.dumps({
        "cpuSeconds": seen["cpu"], "seconds": seen["seconds"], "requests": total.num_requests, "failures": total.num_failures,
        "p50": share(0.5), "p95": share(0.95), "p99": share(0.99), "p999": share(0.999)}), flush=True)
