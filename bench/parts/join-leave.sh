# With the host, a thousand people join a meeting and leave it through the control API with 64 connections; each step is on the disk, with its
# events, before it is answered.

data=$bench/target/data/joined
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
host=$(licensed_host "$port" "$token")
meeting=$(meeting_of "$port" "$token" "$host")

# The first sessions warm up the server and the client.
steps=$(tool Crowd "http://127.0.0.1:$port/_greenroom/accounts/$ZOOM_ACCOUNT_ID/meetings/$meeting" 999 999 $((10 + runs))) ||
    die "the crowd did not come and go"
for rate in $(tail -n "$runs" <<<"$steps"); do
    figure join-leave greenroom "joins and leaves/s" "$rate"
done
verdict "Joins and leaves of 1,000 people, each second" "$(median join-leave greenroom 'joins and leaves/s')" at-least 2000
