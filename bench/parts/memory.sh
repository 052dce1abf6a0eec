# The memory that the process holds: after a start and a rest, and while 64 connections GET users and then POST users.

seed 10000
rm -rf "$bench/target/data/mixed" && cp -r "$data" "$bench/target/data/mixed"
for ((run = 1; run <= (runs + 1) / 2; run++)); do
    start_product "$port" "$bench/target/data/mixed" && product_pid=$pid
    token=$(token_of "$port")
    sleep 10
    figure memory greenroom "idle MB" "$(resident "$product_pid")"
    load warm greenroom "$product_pid" 64 "$warmup" get-user "http://127.0.0.1:$port" "$token" "$ids"
    figure memory greenroom "after GET MB" "$(resident "$product_pid")"
    load warm greenroom "$product_pid" 64 "$warmup" create-user "http://127.0.0.1:$port" "$token"
    figure memory greenroom "after POST MB" "$(resident "$product_pid")"
    stop "$product_pid"
done
verdict "Memory when idle, MB" "$(median memory greenroom 'idle MB')" at-most 150
verdict "Memory after loads, MB" "$(median memory greenroom 'after POST MB')" at-most 350
