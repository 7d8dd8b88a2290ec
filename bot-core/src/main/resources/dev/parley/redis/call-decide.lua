-- Decides about a call, unless somebody has; the first decision counts.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local waiting, decision = key('approval', ARGV[6]), ARGV[7]
if redis.call('EXISTS', waiting) == 0 then
  return ''
end
if redis.call('HSETNX', waiting, 'decided', decision) == 1 then
  writeDown(deed, at, by, name, what)
end
return redis.call('HGET', waiting, 'decided')
