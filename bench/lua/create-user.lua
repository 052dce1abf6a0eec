-- POST /v2/users, a new address each time. Argument: a token.

dofile(os.getenv("BENCH_LUA") .. "/figures.lua")

local BODY = '{"action":"create","user_info":{"email":"grace-%d-%d-%d@example.org","type":1,'
    .. '"first_name":"Grace","last_name":"Hopper"}}'

local threads = 0
local headers
local started = os.time()
local count = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(args)
    headers = { Authorization = "Bearer " .. args[1], ["Content-Type"] = "application/json" }
end

function request()
    count = count + 1
    return wrk.format("POST", "/v2/users", headers, BODY:format(started, number, count))
end
