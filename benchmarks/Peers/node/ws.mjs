// Node's `ws`, nothing else: the first byte of a message says what it is.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { answer, event } from "./questions.mjs";

const server = createServer();
const sockets = new WebSocketServer({ server, path: "/ws", perMessageDeflate: false });
const broadcast = Buffer.concat([Buffer.from([0x91, 0xc4, 0x40]), event]);
let read = 0;

sockets.on("connection", (socket) => {
  socket.on("error", () => {});
  socket.on("message", (message) => {
    switch (message[0]) {
      case 0x63: // c
        socket.send(message);
        break;
      case 0x65: // e
        read += message.length;
        break;
      case 0x70: // p
        for (const one of sockets.clients) {
          one.send(broadcast);
        }
        break;
    }
  });
});

answer(server);
