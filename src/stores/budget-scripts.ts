import { redisScript } from './redis.js';

/**
 * The server's time in milliseconds. Whoever asks is told spans of time only, so that no other clock matters. Should this
 * one be set back, what lies further ahead than anything can is taken for as far as it can be.
 *
 * A server that has taken over from another, or was restored from a disk, does not know the last departures: it counts as
 * new. KEYS[2] is the run of the server that wrote what there is.
 */
const TIME = `
local info = redis.pcall('INFO', 'server')
local run = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or 'unknown'
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local function opens(key, longest)
  local at = redis.call('GET', KEYS[2]) == run and tonumber(redis.call('GET', key))
  return at and math.min(at, now + longest)
end
`;

/**
 * Keys: when the store opens · its run · the processes that are there, by their last beat.
 * Arguments: the process · how long a new store stays closed · how long a silent process is remembered · whether it
 * spends its part by itself (1).
 * Gives: time until the store opens · whether the process was there · how many are · how many come before it.
 */
export const HEARTBEAT_SCRIPT = redisScript(`${TIME}
local open, members = KEYS[1], KEYS[3]
local member, closed, memory = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local opens_at = opens(open, closed)
if not opens_at then
  opens_at = now + closed
  redis.call('SET', open, opens_at)
  redis.call('SET', KEYS[2], run)
end
redis.call('ZREMRANGEBYSCORE', members, '-inf', now - memory)
redis.call('ZREMRANGEBYSCORE', members, now + memory, '+inf')
local known = redis.call('ZSCORE', members, member) and true or false
if ARGV[4] == '1' and not known and opens_at > now then
  opens_at = now + closed
  redis.call('SET', open, opens_at)
end
redis.call('ZADD', members, now, member)
local rank = 0
local all = redis.call('ZRANGE', members, 0, -1)
for _, other in ipairs(all) do
  if other < member then
    rank = rank + 1
  end
end
return cjson.encode({ opensIn = math.max(0, opens_at - now), known = known, members = #all, rank = rank })
`);

/**
 * One step of the places of an API key. A place is lent, then taken by a departure until the window after it is over;
 * one that is lent and never heard of again may have been used at the end of its lease. Never more than \`rps\` are lent
 * and taken together. Whoever waits and was served longest ago goes first.
 *
 * Keys: when the store opens · its run · places lent, and until when they count · places taken, likewise · places that strangers
 * take · who waits, and when he was told to come · who was served when · what NCBI taught.
 * Arguments: a turn, as JSON, with the spans of time of {@link RedisBudget}.
 * Gives: the answer as JSON, or nothing when the store knows nothing.
 */
export const LEASE_SCRIPT = redisScript(`${TIME}
local open, _, lent, taken, strange, waiting, served, taught = unpack(KEYS)
local turn = cjson.decode(ARGV[1])
local me = turn.member
local opens_at = opens(open, turn.closed)
if not opens_at then
  return false
end

-- What refusals taught: whoever knows more is right.
local function learn(name, at, longest)
  local known = math.min(tonumber(redis.call('HGET', taught, name) or 0), now + longest)
  if at and at > known then
    redis.call('HSET', taught, name, at)
    return at
  end
  return known
end
local caution = turn.caution or {}
local gate = learn('opens', caution.opensIn and now + caution.opensIn, 60000)
local closed = learn('closed', caution.closedAgo and now - caution.closedAgo, 0)
local forgotten = learn('forgotten', caution.forgottenIn and now + caution.forgottenIn, 240000)
local window = turn.window * (1 + 0.25 * math.max(0, forgotten - now) / 30000)
if turn.said then
  redis.call('HSET', taught, 'limit', turn.said.limit)
end
local limit = math.min(turn.rps, tonumber(redis.call('HGET', taught, 'limit') or turn.rps))

-- What became of the places lent before.
local function name(number)
  return me .. ':' .. string.format('%d', number)
end
for _, slot in ipairs(turn.sent) do
  redis.call('ZREM', lent, name(slot.slot))
  redis.call('ZADD', taken, now - slot.ago + window, name(slot.slot))
end
for _, number in ipairs(turn.givenBack) do
  redis.call('ZREM', lent, name(number))
end
local kept = {}
for _, number in ipairs(turn.kept) do
  if redis.call('ZSCORE', lent, name(number)) then
    redis.call('ZADD', lent, now + turn.lease + window, name(number))
    kept[#kept + 1] = number
  end
end

-- When places will be free: those lent at the earliest a window after a departure at this moment of their lease.
local free_from = {}
local function count(places, longest, earlier)
  redis.call('ZREMRANGEBYSCORE', places, '-inf', now)
  local entries = redis.call('ZRANGE', places, 0, -1, 'WITHSCORES')
  for i = 1, #entries, 2 do
    local at = tonumber(entries[i + 1])
    if at > now + longest then
      at = now + longest
      redis.call('ZADD', places, at, entries[i])
    end
    free_from[#free_from + 1] = at - earlier
  end
  return #entries / 2
end
local longest = turn.lease + 3 * turn.window
local ours = count(lent, longest, turn.lease) + count(taken, longest, 0)
local strangers = count(strange, longest, 0)
if turn.said then
  local until_ = now - turn.said.ago + window
  for i = 1, math.min(turn.said.strangers - strangers, limit - ours - strangers) do
    if until_ > now then
      redis.call('ZADD', strange, until_, name(turn.next) .. ':' .. i)
      free_from[#free_from + 1] = until_
      strangers = strangers + 1
    end
  end
end
local free = limit - ours - strangers

-- Who waits and was served before me: all of them, and those who were told to come now.
local function served_at(member)
  return tonumber(redis.call('ZSCORE', served, member) or 0)
end
redis.call('ZREMRANGEBYSCORE', waiting, '-inf', now - turn.patience)
local function count_before(mine)
  local before, due = 0, 0
  local waiters = redis.call('ZRANGE', waiting, 0, -1, 'WITHSCORES')
  for i = 1, #waiters, 2 do
    local other, theirs = waiters[i], served_at(waiters[i])
    if other ~= me and (theirs < mine or (theirs == mine and other < me)) then
      before = before + 1
      due = due + (tonumber(waiters[i + 1]) <= now and 1 or 0)
    end
  end
  return before, due
end

opens_at = math.max(opens_at, gate)
local mine = served_at(me)
local _, due = count_before(mine)
local lending = 0
if opens_at <= now and due == 0 then
  lending = math.max(0, math.min(turn.want, turn.few, free))
end
for i = 0, lending - 1 do
  redis.call('ZADD', lent, now + turn.lease + window, name(turn.next + i))
  free_from[#free_from + 1] = now + window
end
if lending > 0 then
  mine = now
  redis.call('ZADD', served, now, me)
end
free = free - lending
local wait, due_in = 0, 0
if lending < turn.want then
  if opens_at > now then
    wait = opens_at - now
    due_in = wait
  elseif free > 0 then
    wait = due > 0 and turn.moment or 0
  else
    table.sort(free_from)
    local before = count_before(mine)
    wait = math.max(1, free_from[math.min(#free_from, before + 1 - free)] - now)
    due_in = wait
  end
  redis.call('ZADD', waiting, now + due_in, me)
else
  redis.call('ZREM', waiting, me)
end

for _, key in ipairs({ lent, taken, strange, waiting, served, taught }) do
  redis.call('PEXPIRE', key, 600000)
end
local answer = { leased = lending, kept = kept, wait = wait, ours = ours + lending, free = free, limit = limit }
if #kept == 0 then
  answer.kept = nil -- Lua's empty list would be read as an object.
end
if closed > 0 then
  answer.caution = {
    opensIn = math.max(0, gate - now),
    closedAgo = now - closed,
    forgottenIn = math.max(0, forgotten - now),
  }
end
return cjson.encode(answer)
`);
