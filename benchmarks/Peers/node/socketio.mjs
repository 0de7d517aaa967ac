// Socket.IO as it comes, over WebSockets; with "msgpack" its MessagePack parser.
import { createServer } from "node:http";
import { Server } from "socket.io";
import * as msgpack from "socket.io-msgpack-parser";
import { answer, event } from "./questions.mjs";

const server = createServer();
const parser = process.argv[2] === "msgpack" ? { parser: msgpack.default ?? msgpack } : {};
const data = process.argv[2] === "msgpack" ? event : event.toString("base64");
const io = new Server(server, { transports: ["websocket"], ...parser });
let read = 0;

io.on("connection", (socket) => {
  socket.on("call", (player, x, y, reply) => reply([player, x, y]));
  socket.on("emit", (player, x, y) => {
    read += player.length;
  });
  socket.on("publish", () => io.emit("event", data));
});

answer(server);
