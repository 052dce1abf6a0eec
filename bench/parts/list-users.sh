# GET /v2/users?page_size=300 with one connection: the first page and the last full one, of 1,000 users and of a million.

list=/v2/users?page_size=300
declare -A list_pid list_token last_page
start_listed() {
    seed "$2"
    start_product "$1" "$data" && list_pid[$2]=$pid
    list_token[$2]=$(token_of "$1")
    last_page[$2]="$list&next_page_token=$(tool LastPage "http://127.0.0.1:$1$list" "${list_token[$2]}")" ||
        die "the last page was not found"
}

list_pages() {
    load "$1" "$4 first" "${list_pid[$3]}" 1 "$2" get-path "http://127.0.0.1:$5" "${list_token[$3]}" "$list"
    load "$1" "$4 last" "${list_pid[$3]}" 1 "$2" get-path "http://127.0.0.1:$5" "${list_token[$3]}" "${last_page[$3]}"
}

seed 1000
seed "$many"
start_listed "$port" 1000
start_listed "$null_port" "$many"
for ((run = 0; run <= runs; run++)); do
    part=list-users
    [ $run -gt 0 ] || part=warm
    list_pages "$part" "$seconds" 1000 few "$port"
    list_pages "$part" "$seconds" "$many" many "$null_port"
done
verdict "A first page of $many users, time of that of 1,000" "$(ratio list-users 'many first' 'few first' 'p50 ms')" at-most 1.2
verdict "A last page of $many users, time of that of 1,000" "$(ratio list-users 'many last' 'few last' 'p50 ms')" at-most 1.2
verdict "A last page of $many users, time of the first" "$(ratio list-users 'many last' 'many first' 'p50 ms')" at-most 1.2
verdict "A first page of $many users, p50 in ms" "$(median list-users 'many first' 'p50 ms')" at-most 3
verdict "A last page of $many users, p50 in ms" "$(median list-users 'many last' 'p50 ms')" at-most 3
