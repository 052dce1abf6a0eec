-- GET of one path. Arguments: a token, the path.

dofile(os.getenv("BENCH_LUA") .. "/figures.lua")

local text

function init(args)
    text = wrk.format("GET", args[2], { Authorization = "Bearer " .. args[1] })
end

function request()
    return text
end
