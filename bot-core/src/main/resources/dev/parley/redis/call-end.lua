-- Keeps what came of an approved call; of two, the first.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local waiting, result = key('approval', ARGV[6]), ARGV[7]
if redis.call('EXISTS', waiting) == 1 and redis.call('HSETNX', waiting, 'result', result) == 1 then
  writeDown(deed, at, by, name, what)
end
return 'kept'
