-- Erases a person's calls of tools that wait or waited for somebody's word.
local erased = 0
for i = 2, #ARGV do
  local waiting = key('approval', ARGV[i])
  if redis.call('HGET', waiting, 'asker') == ARGV[1] then
    erased = erased + redis.call('DEL', waiting)
  end
end
return tostring(erased)
