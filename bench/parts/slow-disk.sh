# POST /v2/users with 64 connections on a disk that takes few writes a second, as rented ones do: how many of them share each
# wait for it. Needs the right to make control groups.

writes=3000
data=$bench/target/data/slow
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data" && product_pid=$pid
token=$(token_of "$port")
load warm greenroom "$product_pid" 64 "$warmup" create-user "http://127.0.0.1:$port" "$token"
if hold "$product_pid" "$data" "$writes"; then
    for ((run = 1; run <= runs; run++)); do
        load slow-disk greenroom "$product_pid" 64 "$seconds" create-user "http://127.0.0.1:$port" "$token"
        figure slow-disk disk fsyncs/s "$(hold "$BASHPID" "$data" "$writes" && tool FsyncProbe "$data" 3)"
    done
else
    say "this system holds no process to $writes writes a second"
fi
verdict "POST a user on a disk of $writes writes/s, requests per fsync" \
    "$(awk -v a="$(median slow-disk greenroom requests/s)" -v b="$(median slow-disk disk fsyncs/s)" \
        'BEGIN { if (b > 0) print a / b }')" at-least 2.5
