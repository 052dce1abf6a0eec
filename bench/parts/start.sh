# From the start of a process until it has answered GET /v2/users/me, each time a new one: the built distribution with its
# start-up cache and an existing data directory, beside WireMock.

seed 1000
start_product "$port" "$data"
token=$(token_of "$port")
record "http://127.0.0.1:$port/v2/users/me" "$token"
stop_all
map_wiremock
tool FirstAnswer "$((runs * 2))" "$token" "$results/start.log" \
    "greenroom=$port=$(product "$port" "$data")" "wiremock=$wiremock_port=$(wiremock "$wiremock_port" wiremock)" |
    while read -r subject millis; do
        figure start "$subject" ms "$millis"
    done
verdict "Start to first answer, time of WireMock's" "$(ratio start greenroom wiremock ms)" at-most 0.65
