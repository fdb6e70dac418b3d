"""What is answered goes out at once: it does not wait for the browser to acknowledge what went before."""

from __future__ import annotations

import asyncio
import socket
from contextlib import closing

from game.classroom.serve import listening


def test_no_answer_waits_for_an_acknowledgement() -> None:
    """Connections of a host have Nagle's algorithm off, with which a second small piece waits for 40 ms."""

    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            sock = writer.get_extra_info("socket")
            found.set_result(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with closing(listening("127.0.0.1", 0)) as sock:
            async with await asyncio.start_server(connected, sock=sock):
                _, writer = await asyncio.open_connection(*sock.getsockname())
                at_once = await found
                writer.close()
                await writer.wait_closed()
        return at_once

    assert asyncio.run(accepted())
