package de.quartierwerk.registry.boundary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Well-known binary, the form in which geometries are stored. */
public final class Wkb {
    private Wkb() {}

    /** The geometry's positions, two doubles each. */
    public static byte[] write(Geometry geometry) {
        return new WKBWriter(2).write(geometry);
    }

    /** Reads what {@link #write} wrote. */
    public static Geometry read(byte[] wkb) {
        try {
            return new WKBReader(GeoJsonGeometry.FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("Stored geometry cannot be read", e);
        }
    }

    /** SHA-256 of stored bytes, by which boundaries are compared. */
    public static byte[] hash(byte[] wkb) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(wkb);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
