# kill -9 while 16 clients create users, then a look at the database and, started again, at the API.

data=$bench/target/data/killed
rm -rf "$data" && mkdir -p "$data"
start_product "$port" "$data"
token=$(token_of "$port")
stop_all
if tool KillRounds "$rounds" "$token" "$data/greenroom.db" "$results/kill9.log" \
    "greenroom=$port=$(product "$port" "$data")" | tee "$results/kill9.txt"; then
    verdict "kill -9, rounds in which something was lost" 0 at-most 0
else
    verdict "kill -9, rounds in which something was lost" 1 at-most 0
fi
