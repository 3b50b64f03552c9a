assess-five-days = Within five working days
    .why = The national law for tests says so.

find-faster = Find the child faster
    .why = The national law for tests says so.
