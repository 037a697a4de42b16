// A BFD neighbour that answers every host at one address until it is ended: `node neighbour.mjs ADDRESS`.
// RFC 5880 and 5881, as far as a session needs it to come up: no authentication, no echo, no demand mode.
import { createSocket } from "node:dgram";

const [address] = process.argv.slice(2);
const port = 3784;
const states = { down: 1, init: 2, up: 3 };
const detectMultiplier = 3;
const interval = 100_000;
const discriminator = 1 + Math.floor(Math.random() * 0x7fff_fffe);

/** By address. */
const sessions = new Map();
const receiver = createSocket("udp4");
const sender = createSocket("udp4");
receiver.on("message", (packet, { address: from }) => {
  if (packet.length < 24) return;
  const session = sessions.get(from) ?? { state: states.down };
  sessions.set(from, session);
  const theirs = packet[1] >> 6;
  if (theirs === states.down) session.state = session.state === states.down ? states.init : states.down;
  else if (theirs === states.init || session.state === states.init) session.state = states.up;
  session.theirDiscriminator = packet.readUInt32BE(4);
  if ((packet[1] & 0x20) !== 0) send(from, session, true);
});
receiver.bind(port, address);
sender.bind(49_152 + Math.floor(Math.random() * 16_000), address, () => {
  // Single hop: a packet that has passed a router is refused.
  sender.setTTL(255);
  setInterval(() => {
    for (const [to, session] of sessions) send(to, session, false);
  }, interval / 1200);
});

function send(to, { state, theirDiscriminator = 0 }, isFinal) {
  const packet = Buffer.alloc(24);
  packet[0] = 1 << 5;
  packet[1] = (state << 6) | (isFinal ? 0x10 : 0);
  packet[2] = detectMultiplier;
  packet[3] = packet.length;
  packet.writeUInt32BE(discriminator, 4);
  packet.writeUInt32BE(theirDiscriminator, 8);
  packet.writeUInt32BE(interval, 12);
  packet.writeUInt32BE(interval, 16);
  sender.send(packet, port, to, () => {});
}
