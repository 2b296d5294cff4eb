/**
 * Takes WebRTC away from the page. A content security policy has no directive for it, so it would be the
 * one way left for a script to send data to another host without leaving the page. Import this first.
 */
for (const name of ['RTCPeerConnection', 'RTCDataChannel', 'webkitRTCPeerConnection']) {
  Reflect.deleteProperty(globalThis, name);
}
