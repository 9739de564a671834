package de.quartierwerk.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * A PDF file as a reader and a machine see it.
 *
 * @param title title of the file
 * @param language language of the file
 * @param pages text of each page
 * @param outside letters that lie in the margins at the sides
 * @param bookmarks number of bookmarks of the first level
 */
public record PdfFile(String title, String language, List<String> pages, List<String> outside, int bookmarks) {
    private static final float MARGIN = 56;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** Reads a file. */
    public static PdfFile of(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> outside = new ArrayList<>();
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    super.processTextPosition(text);
                    if (text.getX() < MARGIN || text.getX() + text.getWidth() > text.getPageWidth() - MARGIN) {
                        outside.add(text.getUnicode());
                    }
                }
            };
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\\u00a0]+", " "));
            }
            int bookmarks = 0;
            for (var unused : document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks++;
            }
            return new PdfFile(
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentCatalog().getLanguage(),
                    pages,
                    outside,
                    bookmarks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of all pages. */
    public String text() {
        return String.join(" ", pages);
    }

    /** What keeps a file from PDF/UA-1 and PDF/A-2a; empty where it keeps to both. */
    public static List<String> faults(byte[] file) {
        List<String> faults = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                        .map(found -> flavour + " " + found.getRuleId().getClause() + ": " + found.getMessage())
                        .distinct()
                        .forEach(faults::add);
            } catch (IOException | VeraPDFException e) {
                throw new IllegalStateException(e);
            }
        }
        return faults;
    }
}
