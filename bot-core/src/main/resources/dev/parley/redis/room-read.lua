-- The latest posts after a position, oldest first, and the drafts that are still believed.
local room, after, most = ARGV[1], ARGV[2], tonumber(ARGV[3])
local from = after == '' and '-' or after
local latest = redis.call('XREVRANGE', key('posts', room), '+', from, 'COUNT', most + 1)
local posts, drafts, position = {}, {}, after
for i = math.min(most, #latest), 1, -1 do
  if latest[i][1] ~= after then
    posts[#posts + 1] = latest[i][2][2]
    position = latest[i][1]
  end
end
local stored, time = redis.call('HGETALL', key('drafts', room)), now()
for i = 1, #stored, 2 do
  local till, first, draft = stored[i + 1]:match('^(%d+) (%d+)\n(.*)$')
  if tonumber(till) > time then
    drafts[#drafts + 1] = { first, draft }
  end
end
table.sort(drafts, function(one, other) return one[1] < other[1] end)
for i, draft in ipairs(drafts) do
  drafts[i] = draft[2]
end
return { position, posts, drafts }
