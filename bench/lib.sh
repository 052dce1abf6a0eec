# What the parts of the benchmark share. Sourced by bench/run and bench/attack, which set $home, $bench, $results and the lengths of the runs.

ticks=$(getconf CLK_TCK)
running=()

say() {
    printf 'bench: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# Stops a process that we started, and waits until it is gone.
stop() {
    kill -TERM "$1" 2>/dev/null
    wait "$1" 2>/dev/null
    return 0
}

stop_all() {
    local pid
    for pid in "${running[@]}"; do
        stop "$pid"
    done
    running=()
}

# Waits until a URL is answered with 200: await PID URL [header]
await() {
    local tries
    for ((tries = 0; tries < 600; tries++)); do
        if curl -fsS -o /dev/null -H "${3:-Accept: */*}" "$2" 2>/dev/null; then
            return 0
        fi
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    die "$2 does not answer; see the logs in $results"
}

# The command that starts the product: product PORT DATA [option...]. The log of requests is off.
product() {
    local port=$1 data=$2
    shift 2
    printf '%s start --port %s --data %s --log-requests off --limits observe%s' \
        "$home/greenroom" "$port" "$data" "${*:+ $*}"
}

# Starts the product and sets $pid: start_product PORT DATA [option...]
start_product() {
    # shellcheck disable=SC2046
    $(product "$@") >>"$results/greenroom.log" 2>&1 &
    pid=$!
    running+=("$pid")
    await "$pid" "http://127.0.0.1:$1/readyz"
}

# Builds the product and our own programs, and asks for the demo account's credentials. Our programs run with the product's
# Java and its options, but without its start-up cache: sets $java, $java_options and $class_path.
prepare_tools() {
    "$home/greenroom" version >/dev/null || die "the product cannot be built"
    eval "$("$home/greenroom" env | grep -E '^ZOOM_(CLIENT_ID|CLIENT_SECRET|ACCOUNT_ID)=')"
    mkdir -p "$bench/target/data/none"
    start_product "$port" "$bench/target/data/none"
    java=$(readlink "/proc/$pid/exe")
    java_options=$(tr '\0' '\n' <"/proc/$pid/cmdline" | sed '1d; /^-cp$/,$d; /AOTCache/d; /^-Xlog/d')
    stop_all
    class_path=$bench/target/classes:$home/server/target/greenroom/lib/*
    "${java%java}javac" -d "$bench/target/classes" -cp "$class_path" "$bench"/src/main/java/io/greenroom/bench/*.java ||
        die "the benchmark's own programs cannot be compiled"
}

# A token of the demo account's server-to-server app, whose credentials are known after prepare_tools: token_of PORT
token_of() {
    curl -fsS -u "$ZOOM_CLIENT_ID:$ZOOM_CLIENT_SECRET" -d grant_type=account_credentials \
        -d "account_id=$ZOOM_ACCOUNT_ID" "http://127.0.0.1:$1/oauth/token" |
        sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

# A data directory with the demo account and that many more users, made once: sets $data and $ids.
seed() {
    data=$bench/target/data/$1
    ids=$data.ids
    [ -f "$ids" ] && return 0
    say "seeding $1 users"
    rm -rf "$data"
    mkdir -p "$data"
    start_product "$port" "$data"
    create_pattern "$(token_of "$port")"
    stop "$pid"
    tool Seeder "$data" "$ZOOM_ACCOUNT_ID" "$pattern" "$1" "$ids.part" >>"$results/seeding.log" 2>&1 ||
        die "the seeding failed: $results/seeding.log"
    mv "$ids.part" "$ids"
}

# A user with a full profile, whom the seeded ones are like: sets $pattern.
create_pattern() {
    local users=http://127.0.0.1:$port/v2/users
    pattern=$(curl -fsS -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "$users" -d '{
        "action": "custCreate", "user_info": {"email": "pattern@seeded.example.org", "type": 2,
        "first_name": "Seeded", "last_name": "Pattern"}}' | sed 's/.*"id":"\([^"]*\)".*/\1/')
    curl -fsS -X PATCH -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "$users/$pattern" -d '{
        "dept": "Research and Development", "job_title": "Engineer of Telephone Bridges", "company": "Example Industries",
        "location": "Building 7, second floor, Lisbon", "timezone": "Europe/Lisbon", "language": "pt-PT",
        "manager": "manager@seeded.example.org", "cms_user_id": "kaltura-user-of-the-media-library-0042",
        "phone_numbers": [{"country": "PT", "code": "+351", "number": "210000000", "label": "Office"},
        {"country": "PT", "code": "+351", "number": "910000000", "label": "Mobile"},
        {"country": "ES", "code": "+34", "number": "910000001", "label": "Home"}]}' ||
        die "the pattern of the seeded users cannot be made"
}

# A licensed user who hosts meetings of up to a thousand people; prints the id: licensed_host PORT TOKEN [name]
licensed_host() {
    local id users=http://127.0.0.1:$1/v2/users
    id=$(curl -fsS -H "Authorization: Bearer $2" -H 'Content-Type: application/json' "$users" -d '{
        "action": "custCreate", "user_info": {"email": "'"${3:-host}"'@hosts.example.org", "type": 2, "first_name": "Host"}}' |
        sed 's/.*"id":"\([^"]*\)".*/\1/') || die "the host was not created"
    curl -fsS -X PATCH -H "Authorization: Bearer $2" -H 'Content-Type: application/json' "$users/$id/settings" \
        -d '{"feature": {"large_meeting": true, "large_meeting_capacity": 1000}}' || die "the host has no large meetings"
    printf '%s' "$id"
}

# A meeting without a fixed time; prints the number: meeting_of PORT TOKEN HOST
meeting_of() {
    curl -fsS -H "Authorization: Bearer $2" -H 'Content-Type: application/json' "http://127.0.0.1:$1/v2/users/$3/meetings" \
        -d '{"topic": "Crowd", "type": 3, "settings": {"waiting_room": false, "join_before_host": true}}' |
        sed 's/.*"id":\([0-9]*\).*/\1/' || die "the meeting was not created"
}

# Runs one of our programs: tool CLASS argument...
tool() {
    local class=$1
    shift
    # shellcheck disable=SC2086
    "$java" $java_options -cp "$class_path" "io.greenroom.bench.$class" "$@"
}

# Starts one of our servers and sets $pid: start_tool LOG URL CLASS argument...
start_tool() {
    local log=$1 url=$2
    shift 2
    (
        class=$1
        shift
        # shellcheck disable=SC2086
        exec "$java" $java_options -cp "$class_path" "io.greenroom.bench.$class" "$@"
    ) >"$results/$log" 2>&1 &
    pid=$!
    running+=("$pid")
    await "$pid" "$url"
}

# Keeps a real answer of the product, for the references to repeat: record URL TOKEN
record() {
    curl -fsS -D "$results/answer.raw" -o "$results/answer.json" -H "Authorization: Bearer $2" "$1" || die "$1 failed"
    tr -d '\r' <"$results/answer.raw" |
        grep -viE '^(HTTP/|Date:|Content-Length:|Connection:|$)' >"$results/answer.headers"
}

start_bare() {
    start_tool bare.log "http://127.0.0.1:$1/v2/users/x" \
        BareServer "$1" "$results/answer.headers" "$results/answer.json"
}

start_nginx() {
    local folder=$results/nginx
    mkdir -p "$folder"
    {
        printf 'worker_processes %s;\npid %s/nginx.pid;\nerror_log %s/error.log;\ndaemon off;\n' \
            "$(nproc)" "$folder" "$folder"
        printf 'events { worker_connections 4096; }\nhttp {\naccess_log off;\nkeepalive_requests 1000000000;\n'
        for kind in client_body proxy fastcgi uwsgi scgi; do
            printf '%s_temp_path %s/%s;\n' "$kind" "$folder" "$kind"
        done
        printf 'server { listen 127.0.0.1:%s; location /v2/users/ {\n' "$1"
        sed -n 's/^[Cc]ontent-[Tt]ype: \(.*\)/default_type "\1";/p' "$results/answer.headers"
        grep -vi '^Content-Type:' "$results/answer.headers" | sed 's/\([^:]*\): \(.*\)/add_header \1 "\2";/'
        printf "return 200 '%s';\n}}}\n" "$(cat "$results/answer.json")"
    } >"$folder/nginx.conf"
    "$nginx" -p "$folder" -c "$folder/nginx.conf" >"$folder/out.log" 2>&1 &
    pid=$!
    running+=("$pid")
    await "$pid" "http://127.0.0.1:$1/v2/users/x"
}

# The command that starts WireMock, whose mapping must be there: wiremock PORT FOLDER
wiremock() {
    printf '%s -jar %s --port %s --bind-address 127.0.0.1 --no-request-journal --disable-banner --root-dir %s' \
        "$java" "$wiremock_jar" "$1" "$results/$2"
}

map_wiremock() {
    mkdir -p "$results/wiremock/mappings"
    {
        printf '{"request": {"method": "GET", "urlPathPattern": "/v2/users/[^/]+"},\n'
        printf '"response": {"status": 200, "base64Body": "%s", "headers": {\n' "$(base64 -w0 "$results/answer.json")"
        sed 's/"/\\"/g; s/\([^:]*\): \(.*\)/"\1": "\2"/; $!s/$/,/' "$results/answer.headers"
        printf '}}}\n'
    } >"$results/wiremock/mappings/user.json"
}

start_wiremock() {
    map_wiremock
    $(wiremock "$1" wiremock) >"$results/wiremock.log" 2>&1 &
    pid=$!
    running+=("$pid")
    await "$pid" "http://127.0.0.1:$1/v2/users/x"
}

# WireMock that has a body for each user and asks for a token: start_wiremock_users PORT TOKEN IDS
start_wiremock_users() {
    local id folder=$results/wiremock-users
    mkdir -p "$folder/mappings" "$folder/__files"
    while read -r id; do
        cp "$results/answer.json" "$folder/__files/$id.json"
    done <"$3"
    {
        printf '{"request": {"method": "GET", "urlPathPattern": "/v2/users/[^/]+",\n'
        printf '"headers": {"Authorization": {"equalTo": "Bearer %s"}}},\n' "$2"
        printf '"response": {"status": 200, "bodyFileName": "{{request.pathSegments.[2]}}.json",\n'
        printf '"headers": {"Content-Type": "application/json"}, "transformers": ["response-template"]}}\n'
    } >"$folder/mappings/user.json"
    $(wiremock "$1" wiremock-users) >"$results/wiremock-users.log" 2>&1 &
    pid=$!
    running+=("$pid")
    await "$pid" "http://127.0.0.1:$1/v2/users/$(head -n 1 "$3")" "Authorization: Bearer $2"
}

# Holds a process to so many writes a second on the disk of a folder, where the system can do that: hold PID FOLDER WRITES
hold() {
    local disk group=/sys/fs/cgroup/blkio/greenroom-bench
    disk=$(findmnt -no MAJ:MIN -T "$2") || return 1
    if [ -d /sys/fs/cgroup/blkio ]; then
        mkdir -p "$group" && echo "$disk $3" >"$group/blkio.throttle.write_iops_device" || return 1
    else
        group=/sys/fs/cgroup/greenroom-bench
        echo +io >/sys/fs/cgroup/cgroup.subtree_control && mkdir -p "$group" && echo "$disk wiops=$3" >"$group/io.max" ||
            return 1
    fi 2>/dev/null
    echo "$1" >"$group/cgroup.procs"
}

# The processor time that a process and its children have used, in ticks.
used() {
    local process
    for process in "$1" $(pgrep -P "$1"); do
        sed 's/.*) //' "/proc/$process/stat" 2>/dev/null
    done | awk '{ sum += $12 + $13 } END { print sum + 0 }'
}

# The memory that a process holds, in MB.
resident() {
    awk '/^VmRSS:/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"
}

# The processor time that everybody has used, in ticks.
used_by_all() {
    awk '/^cpu / { print $2 + $3 + $4 + $7 + $8; exit }' /proc/stat
}

# Writes a figure down: figure PART SUBJECT METRIC VALUE
figure() {
    printf '%s\t%s\t%s\t%s\n' "$@" >>"$results/figures.tsv"
}

# Loads a server: load PART SUBJECT PID CONNECTIONS SECONDS SCRIPT URL argument...
# When others used more than a tenth of the machine meanwhile, it is done again, five times at most.
load() {
    local part=$1 subject=$2 process=$3 connections=$4 seconds=$5 script=$6 url=$7
    shift 7
    local try before all_before requests micros p50 p99 errors spent others
    for ((try = 1; try <= tries; try++)); do
        before=$(used "$process")
        all_before=$(used_by_all)
        { TIMEFORMAT="%U %S"; time wrk -t "$((connections < threads ? connections : threads))" -c "$connections" -d "${seconds}s" \
            --timeout 10s -s "$bench/lua/$script.lua" "$url" -- "$@" >"$results/wrk.out"; } 2>"$results/wrk.time"
        all_before=$(($(used_by_all) - all_before))
        spent=$(($(used "$process") - before))
        read -r requests micros p50 p99 errors < <(sed -n 's/^figures //p' "$results/wrk.out") ||
            die "wrk failed: $(cat "$results/wrk.out" "$results/wrk.time")"
        others=$(awk -v all="$all_before" -v mine="$spent" -v t="$ticks" -v s="$seconds" -v n="$(nproc)" \
            '{ wrk += $1 + $2 } END { o = (all - mine - wrk * t) / (t * s * n); printf "%.2f", o < 0 ? 0 : o }' \
            "$results/wrk.time")
        awk -v o="$others" 'BEGIN { exit !(o <= 0.10) }' && break
    done
    [ "$part" = warm ] && return 0
    figure "$part" "$subject" "requests/s" "$(awk -v r="$requests" -v m="$micros" 'BEGIN { printf "%.0f", r / m * 1e6 }')"
    figure "$part" "$subject" "p50 ms" "$(awk -v p="$p50" 'BEGIN { printf "%.3f", p / 1000 }')"
    figure "$part" "$subject" "p99 ms" "$(awk -v p="$p99" 'BEGIN { printf "%.3f", p / 1000 }')"
    figure "$part" "$subject" "CPU us" "$(awk -v s="$spent" -v t="$ticks" -v r="$requests" \
        'BEGIN { printf "%.2f", s / t * 1e6 / r }')"
    figure "$part" "$subject" "others" "$others"
    [ "$errors" -eq 0 ] || figure "$part" "$subject" "errors" "$errors"
}

# The median of what was written down: median PART SUBJECT METRIC
median() {
    awk -F'\t' -v part="$1" -v subject="$2" -v metric="$3" '$1 == part && $2 == subject && $3 == metric { print $4 }' \
        "$results/figures.tsv" | sort -g | awk '{ v[NR] = $1 } END {
            if (NR) printf "%.6g", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# Writes down what a target is about: verdict "what" VALUE at-least|at-most TARGET
verdict() {
    local met
    met=$(awk -v v="$2" -v t="$4" -v way="$3" 'BEGIN {
        print (v == "" ? "not measured" : (way == "at-least" ? v >= t : v <= t) ? "met" : "MISSED") }')
    printf '%s\t%s\t%s %s\t%s\n' "$1" "$(awk -v v="$2" 'BEGIN { printf v == "" ? "-" : "%.3g", v }')" \
        "${3/-/ }" "$4" "$met" >>"$results/verdicts.tsv"
}

# The ratio of two medians: ratio PART SUBJECT OTHER METRIC
ratio() {
    awk -v a="$(median "$1" "$2" "$4")" -v b="$(median "$1" "$3" "$4")" 'BEGIN { if (a != "" && b > 0) printf "%.4f", a / b }'
}

# The tables: medians with the least and the greatest value, then what the targets come to.
report() {
    printf '\n%-22s %-22s %-12s %12s   %s\n' part subject figure median "least - greatest (runs)"
    sort -s -t"$(printf '\t')" -k1,3 "$results/figures.tsv" | awk -F'\t' '
        function flush(   i, j, t) {
            if (!n) return
            for (i = 2; i <= n; i++) { t = v[i]; for (j = i - 1; j && v[j] > t; j--) v[j + 1] = v[j]; v[j + 1] = t }
            m = n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
            printf "%-22s %-22s %-12s %12.6g   %.6g - %.6g (%d)\n", p, s, f, m, v[1], v[n], n
        }
        { if ($1 != p || $2 != s || $3 != f) { flush(); n = 0; p = $1; s = $2; f = $3 } v[++n] = $4 + 0 }
        END { flush() }'
    [ -f "$results/verdicts.tsv" ] || return 0
    printf '\n%-66s %10s   %-16s %s\n' target measured wanted ''
    awk -F'\t' '{ printf "%-66s %10s   %-16s %s\n", $1, $2, $3, $4 }' "$results/verdicts.tsv"
}
