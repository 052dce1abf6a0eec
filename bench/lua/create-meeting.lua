-- POST /v2/users/{userId}/meetings, a meeting with 50 occurrences. Arguments: a token, the id of the host.

dofile(os.getenv("BENCH_LUA") .. "/figures.lua")

local BODY = '{"topic":"Stand-up","type":8,"start_time":"2027-01-04T09:00:00","timezone":"Europe/Lisbon","duration":30,'
    .. '"recurrence":{"type":1,"repeat_interval":1,"end_times":50}}'

local text

function init(args)
    local headers = { Authorization = "Bearer " .. args[1], ["Content-Type"] = "application/json" }
    text = wrk.format("POST", "/v2/users/" .. args[2] .. "/meetings", headers, BODY)
end

function request()
    return text
end
