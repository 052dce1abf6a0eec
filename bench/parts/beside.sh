# This build beside another one, in turns: GET, POST, start and memory. The other's checkout, built, stands in --beside.
# Each keeps a data directory of its own, made through its own API: 20,000 users and more, of whom 900 are read at random.

[ -n "$beside" ] || die "the part beside needs --beside CHECKOUT, another checkout that is built"

# Makes a data directory with a build: fill CHECKOUT NAME
fill() {
    local home=$1 page token
    data=$bench/target/data/beside-$2
    ids=$data.ids
    rm -rf "$data" && mkdir -p "$data"
    start_product "$port" "$data"
    token=$(token_of "$port")
    create_pattern "$token"
    load warm "$2" "$pid" 16 2 create-user "http://127.0.0.1:$port" "$token"
    for page in 1 2 3; do
        curl -fsS -H "Authorization: Bearer $token" \
            "http://127.0.0.1:$port/v2/users?page_size=300&page_number=$page" | grep -o '"id":"[^"]*"' | cut -d'"' -f4
    done >"$ids"
    stop "$pid"
}

fill "$home" this && this_data=$data this_ids=$ids
fill "$beside" other && other_data=$data other_ids=$ids

for ((run = 1; run <= (runs + 1) / 2; run++)); do
    start_product "$port" "$this_data" && this_pid=$pid
    home=$beside start_product "$bare_port" "$other_data" && other_pid=$pid
    sleep 10
    figure beside-memory this "idle MB" "$(resident "$this_pid")"
    figure beside-memory other "idle MB" "$(resident "$other_pid")"
    this_token=$(token_of "$port")
    other_token=$(token_of "$bare_port")
    for part in warm beside-get beside-get beside-get; do
        load $part this "$this_pid" 64 "$seconds" get-user "http://127.0.0.1:$port" "$this_token" "$this_ids"
        load $part other "$other_pid" 64 "$seconds" get-user "http://127.0.0.1:$bare_port" "$other_token" "$other_ids"
    done
    for part in warm beside-post beside-post beside-post; do
        load $part this "$this_pid" 64 "$seconds" create-user "http://127.0.0.1:$port" "$this_token"
        load $part other "$other_pid" 64 "$seconds" create-user "http://127.0.0.1:$bare_port" "$other_token"
    done
    figure beside-memory this "after loads MB" "$(resident "$this_pid")"
    figure beside-memory other "after loads MB" "$(resident "$other_pid")"
    stop_all
done

# The starts, on the folders that the loads have filled: each build has a token of its own.
start_product "$port" "$this_data" && this_token=$(token_of "$port")
home=$beside start_product "$bare_port" "$other_data" && other_token=$(token_of "$bare_port")
stop_all
for ((run = 1; run <= runs; run++)); do
    for subject in this other; do
        if [ $subject = this ]; then
            token=$this_token command=$(product "$port" "$this_data")
        else
            token=$other_token command=$(home=$beside product "$port" "$other_data")
        fi
        tool FirstAnswer 2 "$token" "$results/start.log" "$subject=$port=$command" | while read -r name millis; do
            figure beside-start "$name" ms "$millis"
        done
    done
done

verdict "GET a user, requests/s of the other build's" "$(ratio beside-get this other requests/s)" at-least 0.9
verdict "GET a user, CPU per request of the other build's" "$(ratio beside-get this other 'CPU us')" at-most 1.1
verdict "POST a user, requests/s of the other build's" "$(ratio beside-post this other requests/s)" at-least 0.9
verdict "POST a user, CPU per request of the other build's" "$(ratio beside-post this other 'CPU us')" at-most 1.1
verdict "Start to first answer, time of the other build's" "$(ratio beside-start this other ms)" at-most 1.1
verdict "Memory when idle, of the other build's" "$(ratio beside-memory this other 'idle MB')" at-most 1.1
verdict "Memory after loads, of the other build's" "$(ratio beside-memory this other 'after loads MB')" at-most 1.1
