# GET /v2/users/{id} with 64 connections while 16 others POST /v2/users.

seed 10000
rm -rf "$bench/target/data/mixed" && cp -r "$data" "$bench/target/data/mixed"
start_product "$port" "$bench/target/data/mixed" && product_pid=$pid
token=$(token_of "$port")

get_and_create() {
    wrk -t 1 -c 16 -d "$(($2 + 2))s" --timeout 10s -s "$bench/lua/create-user.lua" "http://127.0.0.1:$port" \
        -- "$token" >"$results/creating.out" &
    local creating=$!
    sleep 1
    tries=1 load "$1" "greenroom get" "$product_pid" 64 "$2" get-user "http://127.0.0.1:$port" "$token" "$ids"
    wait "$creating"
    [ "$1" = warm ] || sed -n 's/^figures //p' "$results/creating.out" | {
        read -r requests micros p50 p99 errors
        figure "$1" "greenroom post" requests/s "$(awk -v r="$requests" -v m="$micros" 'BEGIN { printf "%.0f", r / m * 1e6 }')"
        figure "$1" "greenroom post" "p99 ms" "$(awk -v p="$p99" 'BEGIN { printf "%.3f", p / 1000 }')"
        [ "$errors" -eq 0 ] || figure "$1" "greenroom post" errors "$errors"
    }
}

get_and_create warm "$warmup"
for ((run = 1; run <= runs; run++)); do
    get_and_create mixed "$seconds"
done
verdict "GET a user while 16 connections POST, p99 in ms" "$(median mixed 'greenroom get' 'p99 ms')" at-most 15
