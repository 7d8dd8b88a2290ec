-- Lets a call of a tool wait for a person's word, once.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local waiting, call, kept = key('approval', ARGV[6]), ARGV[7], ARGV[8]
if redis.call('HSETNX', waiting, 'call', call) == 1 then
  redis.call('HSET', waiting, 'asker', by)
  redis.call('PEXPIRE', waiting, kept)
  writeDown(deed, at, by, name, what)
end
return 'kept'
