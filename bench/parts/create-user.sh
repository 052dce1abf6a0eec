# POST /v2/users with 64 connections, each on the disk before it is answered, beside the same server with a store that keeps
# nothing, and beside how often the disk takes 4 kB for good.

data=$bench/target/data/created
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data" && product_pid=$pid
token=$(token_of "$port")
start_tool null.log "http://127.0.0.1:$null_port/readyz" \
    NullServer "$null_port" "$results" "$ZOOM_ACCOUNT_ID" "$ZOOM_CLIENT_ID" "$ZOOM_CLIENT_SECRET" && null_pid=$pid
null_token=$(token_of "$null_port")

create_users() {
    load "$1" greenroom "$product_pid" 64 "$2" create-user "http://127.0.0.1:$port" "$token"
    load "$1" "keeps nothing" "$null_pid" 64 "$2" create-user "http://127.0.0.1:$null_port" "$null_token"
}

create_users warm "$warmup"
for ((run = 1; run <= runs; run++)); do
    create_users create-user "$seconds"
    figure create-user disk fsyncs/s "$(tool FsyncProbe "$data" 3)"
done
verdict "POST a user, requests/s of a store that keeps nothing" \
    "$(ratio create-user greenroom 'keeps nothing' requests/s)" at-least 0.4
verdict "POST a user, requests per fsync of the probe" \
    "$(awk -v a="$(median create-user greenroom requests/s)" -v b="$(median create-user disk fsyncs/s)" \
        'BEGIN { if (b > 0) print a / b }')" at-least 2.5
