-- The rules and grants that were made by command; grants that have expired go.
local nowMillis = tonumber(ARGV[1])
local grants = redis.call('HGETALL', tenant .. ':quota-grants')
local valid = {}
for i = 1, #grants, 2 do
  local read, grant = pcall(cjson.decode, grants[i + 1])
  if read and grant.expires <= nowMillis then
    redis.call('HDEL', tenant .. ':quota-grants', grants[i])
  else
    valid[#valid + 1] = grants[i + 1]
  end
end
return { redis.call('HVALS', tenant .. ':quota-rules'), valid }
