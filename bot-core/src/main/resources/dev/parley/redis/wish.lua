-- Keeps a wish for more for some days.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local id, wish, kept = ARGV[6], ARGV[7], ARGV[8]
if not isDone(deed) then
  redis.call('SET', key('wish', id), wish, 'PX', kept)
  writeDown(deed, at, by, name, what)
end
return 'kept'
