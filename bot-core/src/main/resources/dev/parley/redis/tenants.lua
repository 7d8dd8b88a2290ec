-- All tenants, after adding those given.
for _, tenant in ipairs(ARGV) do
  redis.call('SADD', KEYS[1], tenant)
end
return redis.call('SMEMBERS', KEYS[1])
