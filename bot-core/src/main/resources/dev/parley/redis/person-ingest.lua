-- Does away with a person's jobs, of those that are named.
local erased = 0
for i = 2, #ARGV do
  local theirs = redis.call('HMGET', job(ARGV[i]), 'by', 'payer')
  if theirs[1] == ARGV[1] or theirs[2] == ARGV[1] then
    drop(ARGV[i])
    erased = erased + 1
  end
end
return tostring(erased)
