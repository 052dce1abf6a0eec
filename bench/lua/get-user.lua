-- GET /v2/users/{id}, ids at random. Arguments: a token, a file with an id a line.

dofile(os.getenv("BENCH_LUA") .. "/figures.lua")

local seeds = 0
local ids = {}
local before, after

function setup(thread)
    seeds = seeds + 1
    thread:set("seed", seeds)
end

function init(args)
    math.randomseed(seed)
    for id in io.lines(args[2]) do
        ids[#ids + 1] = id
    end
    local request = wrk.format("GET", "/v2/users/ID", { Authorization = "Bearer " .. args[1] })
    local at = request:find("/ID ", 1, true)
    before = request:sub(1, at)
    after = request:sub(at + 3)
end

function request()
    return before .. ids[math.random(#ids)] .. after
end
