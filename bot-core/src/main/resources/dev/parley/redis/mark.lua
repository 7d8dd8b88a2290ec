-- Notes the marks of a limit that are reached by what all tenants have spent, each once in this tenant.
local reservation, number = cjson.decode(ARGV[1]), tonumber(ARGV[2])
local percent = reached(reservation, reservation.limits[number], tonumber(ARGV[3]))
return percent and tostring(percent) or ''
