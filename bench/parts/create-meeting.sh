# POST /v2/users/{userId}/meetings of a meeting with 50 occurrences, beside POST /v2/users, both with 64 connections and each on the
# disk before it is answered.

data=$bench/target/data/scheduled
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
host=$(licensed_host "$port" "$token")

create_meetings() {
    load "$1" "50 occurrences" "$pid" 64 "$2" create-meeting "http://127.0.0.1:$port" "$token" "$host"
    load "$1" user "$pid" 64 "$2" create-user "http://127.0.0.1:$port" "$token"
}

create_meetings warm "$warmup"
for ((run = 1; run <= runs; run++)); do
    create_meetings create-meeting "$seconds"
done
verdict "POST a meeting with 50 occurrences, requests/s of POST a user" \
    "$(ratio create-meeting '50 occurrences' user requests/s)" at-least 0.5
