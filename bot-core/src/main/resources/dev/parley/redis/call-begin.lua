-- Notes who begins to run an approved call; only the first may.
local waiting, attempt = key('approval', ARGV[1]), ARGV[2]
if redis.call('EXISTS', waiting) == 0 then
  return { 'gone' }
end
local result = redis.call('HGET', waiting, 'result')
if result then
  return { 'ended', result }
end
redis.call('HSETNX', waiting, 'begun', attempt)
return { redis.call('HGET', waiting, 'begun') == attempt and 'now' or 'before' }
