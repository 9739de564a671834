package de.quartierwerk.acceptance.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A network between a service and its server: passes bytes on, slowly, only some of them, or none. */
final class Proxy implements AutoCloseable {
    private static final int PIECE = 8_192;
    private static final long DELAY_NANOS = 15_000_000;
    private static final long LOOK_NANOS = 20_000_000;

    /** How it passes bytes on. */
    enum Mode {
        OPEN,
        /** Each piece comes late. */
        SLOW,
        /** Nothing comes through, and nobody is told. */
        SILENT
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.OPEN;

    /** A proxy of a port of this machine. */
    Proxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void mode(Mode next) {
        mode = next;
    }

    /** Cuts all connections, wherever they are. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closed) {
                // the proxy is closed
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            start(() -> pass(client, server));
            start(() -> pass(server, client));
        } catch (IOException away) {
            client.close();
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                while (mode == Mode.SILENT && !from.isClosed()) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                if (mode == Mode.SLOW) {
                    LockSupport.parkNanos(DELAY_NANOS);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException cut) {
            // both ends are closed
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
