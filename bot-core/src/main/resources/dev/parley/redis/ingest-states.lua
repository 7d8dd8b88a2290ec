-- How far some jobs are; those that are forgotten by now are passed over.
local states = {}
for _, document in ipairs(ARGV) do
  local state = redis.call('HMGET', job(document), 'job', 'stage', 'done', 'of', 'told', 'since')
  if state[1] then
    states[#states + 1] = state
  else
    redis.call('ZREM', known, document)
  end
end
return states
