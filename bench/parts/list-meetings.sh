# GET /v2/users/{userId}/meetings with one connection, of a host with 100 meetings and of one with 10,000.

data=$bench/target/data/meetings
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
few=$(licensed_host "$port" "$token" few)
many_of=$(licensed_host "$port" "$token" many)
tool Planner "http://127.0.0.1:$port" "$token" "$few" 100 && tool Planner "http://127.0.0.1:$port" "$token" "$many_of" 10000 ||
    die "the meetings were not made"

for ((run = 0; run <= runs; run++)); do
    part=list-meetings
    [ $run -gt 0 ] || part=warm
    load "$part" "100 meetings" "$pid" 1 "$seconds" get-path "http://127.0.0.1:$port" "$token" "/v2/users/$few/meetings"
    load "$part" "10,000 meetings" "$pid" 1 "$seconds" get-path "http://127.0.0.1:$port" "$token" "/v2/users/$many_of/meetings"
done
verdict "A list of 10,000 meetings, time of that of 100" \
    "$(ratio list-meetings '10,000 meetings' '100 meetings' 'p50 ms')" at-most 1.2
