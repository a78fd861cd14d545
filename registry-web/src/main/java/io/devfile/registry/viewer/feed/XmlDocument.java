package io.devfile.registry.viewer.feed;

import io.devfile.registry.viewer.page.DisplayText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML from untrusted text. For one document and one thread. */
final class XmlDocument {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    /** Begins a document with its root element. */
    XmlDocument(String root, String namespace) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlDocument begin(String element) {
        try {
            writer.writeStartElement(element);
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlDocument end() {
        try {
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlDocument element(String name, String text) {
        try {
            begin(name);
            writer.writeCharacters(DisplayText.of(text));
            return end();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element without content; the attributes are name, value, name, value, … */
    XmlDocument empty(String name, String... attributes) {
        try {
            writer.writeEmptyElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], DisplayText.of(attributes[i + 1]));
            }
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The whole document, with all open elements closed. */
    byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("Tried to write XML to memory, but the writer failed", e);
    }
}
