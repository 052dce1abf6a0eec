-- Writes what a load has measured as one line, for bench/lib.sh.

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        "figures %d %d %d %d %d\n",
        summary.requests,
        summary.duration,
        latency:percentile(50),
        latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout
    ))
end
