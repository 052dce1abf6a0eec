# With the host, a thousand people join a meeting and leave it through the control API with 64 connections; each step is on the disk, with its
# events, before it is answered.

data=$bench/target/data/joined
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
host=$(licensed_host "$port" "$token")
meeting=$(meeting_of "$port" "$token" "$host")

crowd() {
    tool Crowd "http://127.0.0.1:$port/_greenroom/accounts/$ZOOM_ACCOUNT_ID/meetings/$meeting" "$1" "$2"
}

for ((run = 0; run <= 2 * runs; run++)); do
    steps=$(crowd 999 999) || die "the crowd did not come and go"
    [ $run -le "$runs" ] || figure join-leave greenroom "joins and leaves/s" "$steps"
done
verdict "Joins and leaves of 1,000 people, each second" "$(median join-leave greenroom 'joins and leaves/s')" at-least 2000
