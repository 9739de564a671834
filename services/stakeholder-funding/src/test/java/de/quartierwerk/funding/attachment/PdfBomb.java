package de.quartierwerk.funding.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** A PDF file whose object stream unpacks to many megabytes. */
final class PdfBomb {
    private static final int ROW = 7;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteBuffer places = ByteBuffer.allocate(7 * ROW);

    private PdfBomb() {}

    static byte[] of(int megabytes) throws IOException {
        return new PdfBomb().written(megabytes);
    }

    private byte[] written(int megabytes) throws IOException {
        file.write(bytes("%PDF-1.5\n"));
        place(0, 0, 65_535);
        object(1, "<</Type/Catalog/Pages 2 0 R/X 5 0 R>>");
        object(2, "<</Type/Pages/Kids[]/Count 0>>");
        place(0, 0, 0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes("5 0 <</A 1>>"));
            for (int i = 0; i < megabytes; i++) {
                out.write(bytes(" ".repeat(1 << 20)));
            }
        }
        stream(4, "/Type/ObjStm/N 1/First 4", packed.toByteArray());
        place(2, 4, 0);
        int start = file.size();
        place(1, start, 0);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(table)) {
            out.write(places.array());
        }
        write(6, "/Type/XRef/Size 7/W[1 4 2]/Root 1 0 R", table.toByteArray());
        file.write(bytes("startxref\n" + start + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private void place(int type, int where, int generation) {
        places.put((byte) type).putInt(where).putShort((short) generation);
    }

    private void object(int number, String body) throws IOException {
        place(1, file.size(), 0);
        file.write(bytes(number + " 0 obj\n" + body + "\nendobj\n"));
    }

    private void stream(int number, String entries, byte[] packed) throws IOException {
        place(1, file.size(), 0);
        write(number, entries, packed);
    }

    private void write(int number, String entries, byte[] packed) throws IOException {
        file.write(bytes(
                number + " 0 obj\n<<" + entries + "/Filter/FlateDecode/Length " + packed.length + ">>\nstream\n"));
        file.write(packed);
        file.write(bytes("\nendstream\nendobj\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
