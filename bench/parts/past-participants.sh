# GET /v2/past_meetings/{meetingId}/participants with one connection, the first page and the last full one, of a session in which 100
# people took part and of one with 10,000.

data=$bench/target/data/past
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
host=$(licensed_host "$port" "$token")
declare -A list last_people
for people in 100 10000; do
    meeting=$(meeting_of "$port" "$token" "$host")
    session=http://127.0.0.1:$port/_greenroom/accounts/$ZOOM_ACCOUNT_ID/meetings/$meeting
    tool Crowd "$session" "$people" 50 1 >/dev/null || die "the crowd did not come and go"
    list[$people]=/v2/past_meetings/$meeting/participants?page_size=50
    last_people[$people]="${list[$people]}&next_page_token=$(tool LastPage "http://127.0.0.1:$port${list[$people]}" "$token")"
done

for ((run = 0; run <= runs; run++)); do
    part=past-participants
    [ $run -gt 0 ] || part=warm
    for people in 100 10000; do
        load "$part" "$people first" "$pid" 1 "$seconds" get-path "http://127.0.0.1:$port" "$token" "${list[$people]}"
        load "$part" "$people last" "$pid" 1 "$seconds" get-path "http://127.0.0.1:$port" "$token" "${last_people[$people]}"
    done
done
for page in first last; do
    verdict "A $page page of 10,000 past participants, time of that of 100" \
        "$(ratio past-participants "10000 $page" "100 $page" 'p50 ms')" at-most 1.2
done
