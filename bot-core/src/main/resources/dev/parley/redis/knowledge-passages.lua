-- Writes some passages of a version that is not current yet. They go by themselves unless it becomes so.
local passages, kept = key('passages', ARGV[1]), ARGV[2]
for i = 3, #ARGV, 2 do
  redis.call('HSET', passages, ARGV[i], ARGV[i + 1])
end
redis.call('PEXPIRE', passages, kept)
return 'kept'
