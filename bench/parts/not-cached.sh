# GET /v2/users/{id} of one of a million users: far more than the cache holds, so that nearly each is read from the database.

seed "$many"
start_product "$port" "$data" && product_pid=$pid
token=$(token_of "$port")
shuf -n 200000 "$ids" >"$results/some.ids"
record "http://127.0.0.1:$port/v2/users/$(head -n 1 "$ids")" "$token"
start_nginx "$nginx_port" && nginx_pid=$pid

get_any() {
    load "$1" greenroom "$product_pid" 64 "$2" get-user "http://127.0.0.1:$port" "$token" "$results/some.ids"
    load "$1" nginx "$nginx_pid" 64 "$2" get-user "http://127.0.0.1:$nginx_port" "$token" "$results/some.ids"
}

get_any warm "$warmup"
for ((run = 1; run <= runs; run++)); do
    get_any not-cached "$seconds"
done
verdict "GET a user, not cached, requests/s of nginx's" "$(ratio not-cached greenroom nginx requests/s)" at-least 0.17
