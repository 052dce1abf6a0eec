# GET /v2/users/{id} of one of 10,000 users, drawn at random, beside references that return the same bytes and headers.

seed 10000
start_product "$port" "$data" && product_pid=$pid
token=$(token_of "$port")
record "http://127.0.0.1:$port/v2/users/$(head -n 1 "$ids")" "$token"
start_bare "$bare_port" && bare_pid=$pid
start_nginx "$nginx_port" && nginx_pid=$pid
start_wiremock "$wiremock_port" && wiremock_pid=$pid
start_wiremock_users "$wiremock_users_port" "$token" "$ids" && wiremock_users_pid=$pid

get_users() {
    load "$1" greenroom "$product_pid" 64 "$2" get-user "http://127.0.0.1:$port" "$token" "$ids"
    load "$1" bare "$bare_pid" 64 "$2" get-user "http://127.0.0.1:$bare_port" "$token" "$ids"
    load "$1" nginx "$nginx_pid" 64 "$2" get-user "http://127.0.0.1:$nginx_port" "$token" "$ids"
    load "$1" wiremock "$wiremock_pid" 64 "$2" get-user "http://127.0.0.1:$wiremock_port" "$token" "$ids"
    load "$1" "wiremock, a file each" "$wiremock_users_pid" 64 "$2" get-user "http://127.0.0.1:$wiremock_users_port" \
        "$token" "$ids"
}

get_users warm "$warmup"
for ((run = 1; run <= runs; run++)); do
    get_users get-user "$seconds"
done
verdict "GET a user, requests/s of the bare server's" "$(ratio get-user greenroom bare requests/s)" at-least 0.7
verdict "GET a user, requests/s of nginx's" "$(ratio get-user greenroom nginx requests/s)" at-least 0.4
verdict "GET a user, requests/s of WireMock's" "$(ratio get-user greenroom wiremock requests/s)" at-least 5
verdict "GET a user, requests/s of WireMock's with a file for each user" \
    "$(ratio get-user greenroom 'wiremock, a file each' requests/s)" at-least 5
verdict "GET a user, CPU per request of nginx's" "$(ratio get-user greenroom nginx 'CPU us')" at-most 2.5
verdict "GET a user, p99 in ms" "$(median get-user greenroom 'p99 ms')" at-most 10
