package de.quartierwerk.funding.attachment;

import de.quartierwerk.kit.program.ServiceLife;
import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a PDF file may not hold: scripts, programs to start, other files. A program of its own, since a file
 * of a megabyte can unpack to more than the service's memory, see {@link PdfProcess}.
 */
final class PdfInspection {

    /** Names that stand for something active, as keys or values of dictionaries. */
    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "ImportData");

    private PdfInspection() {}

    /** What was found, told by the exit status. */
    enum Result {
        /** Nothing. */
        HARMLESS(0),
        /** The file is encrypted. */
        ENCRYPTED(10),
        /** It holds something active. */
        ACTIVE(11),
        /** It is no PDF file. */
        BROKEN(12);

        private final int status;

        Result(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Looks at the file that the only word names. */
    public static void main(String[] words) {
        ServiceLife.endWithIt();
        System.exit(inspect(new File(words[0])).status());
    }

    private static Result inspect(File file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return Result.ENCRYPTED;
            }
            return isActive(document.getDocument()) ? Result.ACTIVE : Result.HARMLESS;
        } catch (InvalidPasswordException locked) {
            return Result.ENCRYPTED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Result.BROKEN;
        }
    }

    /** Looks at every object of the file, also at those that nothing leads to. */
    private static boolean isActive(COSDocument document) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        add(open, document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            add(open, document.getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof COSObject reference) {
                add(open, reference.getObject());
            } else if (next instanceof COSArray array) {
                array.forEach(each -> add(open, each));
            } else if (next instanceof COSName name && ACTIVE.contains(name.getName())) {
                return true;
            } else if (next instanceof COSDictionary dictionary) {
                for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                    if (ACTIVE.contains(entry.getKey().getName())) {
                        return true;
                    }
                    add(open, entry.getValue());
                }
            }
        }
        return false;
    }

    private static void add(Deque<COSBase> open, @Nullable COSBase value) {
        if (value != null) {
            open.push(value);
        }
    }
}
