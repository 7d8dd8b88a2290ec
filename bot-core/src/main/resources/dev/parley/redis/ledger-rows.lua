-- Rows of the ledger from one until before another, oldest first: an account's or, where none is named,
-- all; and after which one to go on, where that is not the end.
local account, from, to, count = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local function isWanted(fields)
  for i = 1, #fields, 2 do
    if fields[i] == 'account' then
      return fields[i + 1] == account
    end
  end
  return false
end

local all = redis.call('XRANGE', tenant .. ':ledger', from, '(' .. to, 'COUNT', count)
local wanted = {}
for _, row in ipairs(all) do
  if account == '' or isWanted(row[2]) then
    wanted[#wanted + 1] = row
  end
end
return { wanted, #all == tonumber(count) and all[#all][1] or '' }
