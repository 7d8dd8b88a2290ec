-- Answers a wish once: with a grant, or without.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local id, grant, json = ARGV[6], ARGV[7], ARGV[8]
if isDone(deed) then
  return 'answered'
end
if redis.call('DEL', key('wish', id)) == 0 then
  return 'gone'
end
if grant ~= '' then
  redis.call('HSET', tenant .. ':quota-grants', grant, json)
end
writeDown(deed, at, by, name, what)
return 'answered'
